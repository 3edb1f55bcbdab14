import type { ConfigFiles } from '../config';
import { checkSelector, type SelectorUse } from './check-selector';
import { type ModelProblem, type PlaceOf, ProblemList, quote } from './model-problem';
import type { ControlRow, OrganizationalUnitRow, OrganizationModel } from './organization-model';
import { type OrganizationTree, ROOT, type Selector, selectOus } from './selector';

const FILE = 'control-tower.yaml';

/** The OUs that are registered with AWS Control Tower and the controls on them. */
export function controlTowerRows(
  config: ConfigFiles['controlTower'],
  tree: OrganizationTree,
  alsoKnown: SelectorUse['alsoKnown'],
  placeOf: PlaceOf,
): { rows: Pick<OrganizationModel, 'registeredOus' | 'controls'>; problems: readonly ModelProblem[] } {
  const list = new ProblemList(FILE, placeOf);
  const select = (selector: Selector, at: (string | number)[]) => selectedOus(tree, selector, at, alsoKnown, list);
  const targets = config?.baseline?.targets;
  const registered = targets ? select(targets, ['baseline', 'targets']) : [];
  checkRegistered(registered, tree, list);

  const firstUse = new Map<string, number>();
  const controls = (config?.controls ?? []).flatMap(({ control, targets: on, parameters = {} }, index) => {
    const path = ['controls', index];
    const rows: ControlRow[] = [];
    const twice = new Map<number, string[]>();
    for (const { path: ou } of select(on, [...path, 'targets'])) {
      // One control has several spellings; the last part of its ARN is common to them.
      const key = `${control.slice(control.lastIndexOf('/') + 1)} ${ou}`;
      const before = firstUse.get(key);
      if (before === undefined) {
        firstUse.set(key, index);
        rows.push({ control, ou, parameters, source: { file: FILE, path } });
      } else twice.set(before, [...(twice.get(before) ?? []), quote(ou)]);
    }
    for (const [before, ous] of twice) {
      const place = placeOf(FILE, ['controls', before]);
      list.error([...path, 'control'], {
        en: `is already enabled on ${ous.join(', ')} by ${place}; keep one of the two`,
        ko: `${ous.join(', ')}에는 ${place}에서 이미 켰습니다: 둘 중 하나만 남기세요`,
      });
    }
    return rows;
  });
  return { rows: { registeredOus: registered.map((ou) => ou.path), controls }, problems: list.problems };
}

function selectedOus(
  tree: OrganizationTree,
  selector: Selector,
  at: (string | number)[],
  alsoKnown: SelectorUse['alsoKnown'],
  list: ProblemList,
): OrganizationalUnitRow[] {
  const before = list.problems.length;
  checkSelector(tree, selector, at, { alsoKnown }, list);
  const ous = selectOus(tree, selector);
  if (ous.length === 0 && list.problems.length === before && alsoKnown.ous.length === 0) {
    list.error(at, {
      en: 'selects no OU: Root itself cannot carry baselines or controls; name OUs, or remove exact',
      ko: '선택되는 OU가 없습니다: Root 자체에는 기준선이나 통제를 켤 수 없으므로 OU를 적거나 exact를 지우세요',
    });
  }
  return ous;
}

function checkRegistered(ous: readonly OrganizationalUnitRow[], tree: OrganizationTree, list: ProblemList): void {
  const at = ['baseline', 'targets'];
  const paths = new Set(ous.map((ou) => ou.path));
  for (const account of tree.accounts) {
    if ((account.purpose !== 'log-archive' && account.purpose !== 'audit') || !paths.has(account.ou)) continue;
    list.error(at, {
      en: `${quote(account.ou)} holds the account ${quote(account.name)}, and AWS Control Tower governs that OU itself; add it to excludeOus`,
      ko: `${quote(account.ou)}에는 ${quote(account.name)} 계정이 있어 AWS Control Tower가 직접 관리합니다: excludeOus에 넣으세요`,
    });
  }
  const known = new Set(tree.organizationalUnits.map((ou) => ou.path));
  for (const { path, parent } of ous) {
    // A parent that is not listed is reported in organization.yaml.
    if (parent === ROOT || paths.has(parent) || !known.has(parent)) continue;
    list.error(at, {
      en: `${quote(path)} cannot be registered before its parent ${quote(parent)}; register the parent as well`,
      ko: `${quote(path)}은(는) 상위 OU ${quote(parent)}보다 먼저 등록할 수 없습니다: 상위 OU도 등록하세요`,
    });
  }
}
