import type { LocalizedText } from '../../../constructs';
import type { AccountEnvironment } from '../../model/organization-model';
import { type Html, html, say } from './html';

/** Environments as people call them, the most guarded first. */
export const ENVIRONMENTS: Readonly<Record<AccountEnvironment, LocalizedText>> = {
  prod: { ko: '운영', en: 'Production' },
  stage: { ko: '스테이징', en: 'Staging' },
  dev: { ko: '개발', en: 'Development' },
  sandbox: { ko: '샌드박스', en: 'Sandbox' },
};

/** An environment with its mark: colour and shape. */
export function environmentLabel(environment: AccountEnvironment): Html {
  return html`<span class="environment ${environment}">${say(ENVIRONMENTS[environment])}</span>`;
}
