export * from './account-baseline';
export * from './control-tower';
export * from './guardrails';
export * from './identity-center';
export * from './localized-text';
export * from './organization';
export * from './policy-evaluator';
