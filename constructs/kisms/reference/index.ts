export * from './check-reference';
export { kismsCriteriaReference } from './criteria-reference';
export { kismsRuleReference } from './rule-reference';
