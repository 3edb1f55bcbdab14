export * from './catalogue';
export * from './conformance-packs';
export * from './reference';
export * from './security-services';
