export { organizationPage } from './organization-page';
