export * from './guardrail';
export * from './guardrail-reference';
export * from './merge-settings';
export * from './pack-policies';
export * from './presets';
export * from './render-guardrail';
