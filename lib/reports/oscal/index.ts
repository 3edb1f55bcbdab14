export { oscalAssessmentResults } from './assessment-results';
export { oscalCatalog } from './catalog';
export { oscalComponentDefinition } from './component-definition';
export { OSCAL_FILES, OSCAL_VERSION } from './parts';
