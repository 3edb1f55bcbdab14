import type { OrganizationConfig } from '../config/schema/organization';
import { type ProblemList, quote } from './model-problem';
import type { OrganizationalUnitRow } from './organization-model';
import { ROOT } from './selector';

const parentOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ROOT);
const depthOf = (path: string): number => path.split('/').length;

/** The OUs, parents before their children; a row that takes the name of the root, which is an error, is left out. */
export function organizationalUnitRows(config: OrganizationConfig, file: string): OrganizationalUnitRow[] {
  return config.organizationalUnits
    .map((ou, index) => ({
      path: ou.path,
      name: ou.path.slice(ou.path.lastIndexOf('/') + 1),
      parent: parentOf(ou.path),
      ...(ou.id !== undefined && { id: ou.id }),
      tags: ou.tags ?? {},
      source: { file, path: ['organizationalUnits', index] },
    }))
    .filter((row) => row.path !== ROOT)
    .sort((a, b) => depthOf(a.path) - depthOf(b.path));
}

/** Reports OUs that are listed twice, have no parent, take the name of the root, or belong to another organization. */
export function checkOrganizationalUnits(
  config: OrganizationConfig,
  alsoKnown: readonly string[],
  list: ProblemList,
): void {
  const ous = config.organizationalUnits;
  const at = (key: string) => (index: number) => ['organizationalUnits', index, key];
  list.checkUnique(ous, (ou) => ou.path, at('path'), { en: 'OU', ko: 'OU' });
  list.checkUnique(ous, (ou) => ou.id, at('id'), { en: 'OU id', ko: 'OU ID' });

  const known = [ROOT, ...ous.map((ou) => ou.path), ...alsoKnown];
  const rootPart = config.organization.rootId.slice('r-'.length);
  for (const [index, { path, id }] of ous.entries()) {
    if (path === ROOT || path.startsWith(`${ROOT}/`)) {
      list.error(at('path')(index), {
        en: 'Root is the organization itself and is not listed; write the path from the first OU on',
        ko: 'Root는 조직 자체이므로 목록에 적지 않습니다: 첫 OU부터 경로를 적으세요',
      });
    } else {
      list.checkName(at('path')(index), 'OU', parentOf(path), known, {
        en: 'list the parent as well',
        ko: '상위 OU도 적으세요',
      });
    }
    if (id !== undefined && id.split('-')[1] !== rootPart) {
      list.error(at('id')(index), {
        en: `${quote(id)} belongs to another organization: the part after "ou-" must be ${quote(rootPart)}, as in organization.rootId`,
        ko: `${quote(id)}은(는) 다른 조직의 OU입니다: "ou-" 다음은 organization.rootId처럼 ${quote(rootPart)}이어야 합니다`,
      });
    }
  }
}
