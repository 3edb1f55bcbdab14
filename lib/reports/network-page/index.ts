export { type IntentResult, intentResults } from './intents';
export { type NetworkPageContent, networkPage } from './network-page';
