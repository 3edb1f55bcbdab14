export * from './account-baseline';
export * from './control-tower';
export * from './guardrails';
export * from './localized-text';
export * from './organization';
export * from './policy-evaluator';
