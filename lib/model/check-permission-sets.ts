import type { IdentityCenterConfig } from '../config/schema/identity-center';
import type { GrantedAccess } from './grant-rows';
import type { IdentityCenterContext } from './identity-center-context';
import type { PermissionSetRow } from './identity-center-model';
import { quote } from './model-problem';
import { sessionOf } from './permission-set-rows';

/**
 * Limits of a permission set; AWS managed and customer managed policies share the first one.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sso-permissionset.html
 */
const MAX_POLICIES = 25;
const MAX_INLINE_CHARACTERS = 10_240;
/** Preset whose use must be alarmed. */
const BREAK_GLASS_PRESET = 'break-glass';

/** Reports permission sets that AWS would refuse, and privileged ones that are held too long or reach too far. */
export function checkPermissionSets(
  config: IdentityCenterConfig,
  rows: readonly PermissionSetRow[],
  granted: readonly GrantedAccess[],
  context: IdentityCenterContext,
): void {
  for (const [index, row] of rows.entries()) {
    checkLimits(row, index, context);
    checkSession(config, row, index, context);
    if (row.preset === BREAK_GLASS_PRESET && !row.breakGlass) {
      context.list.error(['permissionSets', index, 'preset'], {
        en: `a set of the preset ${BREAK_GLASS_PRESET} is for emergencies; list ${quote(row.name)} under breakGlass.permissionSets, so that its use is alarmed`,
        ko: `${BREAK_GLASS_PRESET} 프리셋은 비상용입니다: 사용할 때 경보가 울리도록 ${quote(row.name)}을(를) breakGlass.permissionSets에 적으세요`,
      });
    }
  }
  checkSpans(rows, granted, context);
}

function checkLimits(row: PermissionSetRow, index: number, { list }: IdentityCenterContext): void {
  const policies = row.managedPolicies.length + row.customerManagedPolicies.length;
  if (policies > MAX_POLICIES) {
    list.error(['permissionSets', index], {
      en: `${quote(row.name)} would have ${policies} managed policies, preset included, but AWS allows ${MAX_POLICIES}; merge some`,
      ko: `${quote(row.name)}의 관리형 정책이 프리셋을 포함해 ${policies}개입니다. AWS 한도는 ${MAX_POLICIES}개입니다: 일부를 합치세요`,
    });
  }
  const characters = row.inlinePolicy ? JSON.stringify(row.inlinePolicy).replace(/\s/g, '').length : 0;
  if (characters > MAX_INLINE_CHARACTERS) {
    list.error(['permissionSets', index], {
      en: `the inline policy of ${quote(row.name)}, preset and exceptions included, has ${characters} characters but AWS allows ${MAX_INLINE_CHARACTERS}; move statements to a customer managed policy`,
      ko: `${quote(row.name)}의 인라인 정책이 프리셋과 예외를 포함해 ${characters}자입니다. AWS 한도는 ${MAX_INLINE_CHARACTERS}자입니다: 일부를 고객 관리형 정책으로 옮기세요`,
    });
  }
}

function checkSession(
  config: IdentityCenterConfig,
  row: PermissionSetRow,
  index: number,
  context: IdentityCenterContext,
): void {
  const set = config.permissionSets[index];
  if (row.privilege !== 'admin' || !set) return;
  const { list, permissionSets } = context;
  const longest = `PT${permissionSets.privilegedSessionHours}H`;
  if (sessionOf(set, context) === undefined) {
    list.error(['permissionSets', index], {
      en: `${quote(row.name)} is privileged: it may change IAM, or everything; state sessionDuration, ${longest} at most (ISMS-P 2.5.5)`,
      ko: `${quote(row.name)}은(는) IAM이나 모든 것을 바꿀 수 있는 특수 권한입니다: sessionDuration을 ${longest} 이하로 적으세요(ISMS-P 2.5.5)`,
    });
  } else if (minutesOf(row.sessionDuration) > minutesOf(longest)) {
    list.error(['permissionSets', index, 'sessionDuration'], {
      en: `${quote(row.name)} is privileged, so its session lasts ${longest} at most (ISMS-P 2.5.5), not ${row.sessionDuration}`,
      ko: `${quote(row.name)}은(는) 특수 권한이므로 세션은 ${row.sessionDuration}이 아니라 ${longest} 이하여야 합니다(ISMS-P 2.5.5): 줄이세요`,
    });
  }
}

function minutesOf(duration: string): number {
  const [, hours = 0, minutes = 0] = /^PT(\d+)H(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** Warns of privileged sets that reach from sandbox to production; access for emergencies is meant to reach everything. */
function checkSpans(
  rows: readonly PermissionSetRow[],
  granted: readonly GrantedAccess[],
  { list }: IdentityCenterContext,
): void {
  for (const [index, { name, privilege, breakGlass }] of rows.entries()) {
    if (privilege !== 'admin' || breakGlass) continue;
    const of = (environment: string) =>
      granted.find((row) => row.permissionSet === name && row.account.environment === environment)?.account.name;
    const [sandbox, prod] = [of('sandbox'), of('prod')];
    if (sandbox === undefined || prod === undefined) continue;
    list.warning(['permissionSets', index, 'name'], {
      en: `${quote(name)} is privileged and reaches from sandbox (${quote(sandbox)}) to production (${quote(prod)}); make a set of its own for each`,
      ko: `${quote(name)}은(는) 특수 권한이면서 샌드박스(${quote(sandbox)})와 운영(${quote(prod)})에 모두 주어집니다: 권한 세트를 나누세요`,
    });
  }
}
