import { didYouMean } from '../../config';
import { type LoadedOrganization, loadConfig } from '../../load-config';
import type { IdentityCenterModel } from '../../model/identity-center-model';
import { UserError } from '../../user-error';

/** A config folder that has an Identity Center. */
export interface LoadedIdentityCenter {
  readonly organization: LoadedOrganization;
  readonly identityCenter: IdentityCenterModel;
}

/**
 * Loads a config folder for a command that is about access.
 *
 * @throws UserError when the folder has no `identity-center.yaml`
 */
export function loadIdentityCenter(config: string): LoadedIdentityCenter {
  const organization = loadConfig(config);
  const { identityCenter } = organization.model;
  if (identityCenter) return { organization, identityCenter };
  throw new UserError({
    en: `${config} has no identity-center.yaml: there is no access to show`,
    ko: `${config}에 identity-center.yaml이 없어 보여 줄 접근 권한이 없습니다`,
  });
}

/**
 * Refuses a name that the config does not have.
 *
 * @param option - option of the command line, without hyphens
 * @param word - what was typed
 * @param rows - the rows of which one must have that name
 * @throws UserError with the nearest name
 */
export function checkOptionName(option: string, word: string, rows: readonly { readonly name: string }[]): void {
  const names = rows.map(({ name }) => name);
  if (names.includes(word)) return;
  const near = didYouMean(word, names);
  const [en, ko] = near === undefined ? ['', ''] : [` — did you mean "${near}"?`, ` — 혹시 "${near}"인가요?`];
  throw new UserError({
    en: `--${option}: the config has no ${JSON.stringify(word)}${en}`,
    ko: `--${option}: 설정에 ${JSON.stringify(word)}이(가) 없습니다${ko}`,
  });
}
