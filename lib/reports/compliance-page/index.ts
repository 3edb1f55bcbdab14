export { compliancePage } from './compliance-page';
