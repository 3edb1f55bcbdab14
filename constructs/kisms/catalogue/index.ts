export * from './config-rules';
export * from './controls';
export * from './criteria';
export * from './legal-parameters';
export * from './types';
