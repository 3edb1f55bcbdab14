export { accessPage } from './access-page';
