import type { LocalizedText } from '../../constructs';
import { ACCOUNTS_LOCK_FILE, type LockedAccount } from '../config/accounts-lock';
import type { AccountsSyncPlan, ConfiguredAccount } from './accounts-sync-plan';
import type { AccountsSyncResult } from './run-accounts-sync';

type Row = readonly [sign: string, name: string, id: string, text: LocalizedText];

const NO_ID = '-';
const same = (text: string): LocalizedText => ({ en: text, ko: text });

function pendingText({ email, id }: ConfiguredAccount): LocalizedText {
  return id === undefined
    ? {
        en: `${email}: not in the organization yet; to be vended`,
        ko: `${email}: 아직 조직에 없으며, 새로 생성될 계정입니다`,
      }
    : {
        en: `${email}: not in the organization; invite it, or mend its id`,
        ko: `${email}: 조직에 없습니다. 초대하거나 id를 고치세요`,
      };
}

function vanishedText(configured: boolean, prune: boolean): LocalizedText {
  const what = prune
    ? { en: 'not in the organization any more: line removed', ko: '더 이상 조직에 없음: 줄을 삭제' }
    : {
        en: 'not in the organization any more: line kept (--prune removes it)',
        ko: '더 이상 조직에 없음: 줄을 유지 (--prune으로 삭제)',
      };
  return configured && prune
    ? {
        en: `${what.en}; remove it from the config too`,
        ko: `${what.ko}. 설정에서도 삭제하세요`,
      }
    : what;
}

function rowsOf({ plan, prune }: AccountsSyncResult): Row[] {
  const status = ({ status }: LockedAccount): string => (status === 'ACTIVE' ? '' : ` (${status})`);
  return [
    ...plan.conflicts.map(
      ({ accounts, ids, message }): Row => ['!', accounts.join(', ') || NO_ID, ids.join(', ') || NO_ID, message],
    ),
    ...plan.added.map((line): Row => ['+', line.name, line.id, same(`${line.email}${status(line)}`)]),
    ...plan.changed.map(({ after, fields }): Row => {
      const changes = fields.map(({ field, from, to }) => `${field}: ${from} -> ${to}`);
      return ['~', after.name, after.id, same(changes.join(', '))];
    }),
    ...plan.vanished.map(({ line, configured }): Row => ['?', line.name, line.id, vanishedText(configured, prune)]),
    ...plan.pending.map((account): Row => ['.', account.name, account.id ?? NO_ID, pendingText(account)]),
  ];
}

function notesOf(plan: AccountsSyncPlan): LocalizedText[] {
  return [
    ...plan.suspended.map(({ name, id, status }) => ({
      en: `${name} (${id}) is ${status}, not ACTIVE: keep it out of deployments`,
      ko: `${name} (${id}): ACTIVE가 아닙니다(${status}). 배포에서 제외하세요`,
    })),
    ...plan.emailDrift.map(({ name, configured, live }) => ({
      en: `${name}: the config says ${configured}, AWS says ${live}; mend the config`,
      ko: `${name}: 설정의 이메일은 ${configured}, AWS의 이메일은 ${live}입니다. 설정을 고치세요`,
    })),
    // AWS allows any character in an account name; quoted, it cannot steer a terminal.
    ...plan.unmanaged.map(({ account: { id, name, email, status }, line }) => ({
      en: `${id} ${JSON.stringify(name)} ${email} (${status}) is in no config${line ? `; its line ${JSON.stringify(line.name)} stays` : ''}`,
      ko: `${id} ${JSON.stringify(name)} ${email} (${status}): 설정에 없는 계정입니다${line ? `. 줄 ${JSON.stringify(line.name)} 유지` : ''}`,
    })),
  ];
}

const OUTCOMES: Record<AccountsSyncResult['outcome'], LocalizedText> = {
  conflict: {
    en: `Nothing was written: solve the conflicts (!) first.`,
    ko: `아무것도 쓰지 않았습니다. 먼저 충돌(!)을 해결하세요.`,
  },
  unchanged: { en: `${ACCOUNTS_LOCK_FILE} is up to date.`, ko: `${ACCOUNTS_LOCK_FILE}이 최신 상태입니다.` },
  planned: {
    en: `Nothing was written: repeat with --apply to write ${ACCOUNTS_LOCK_FILE}.`,
    ko: `아무것도 쓰지 않았습니다. ${ACCOUNTS_LOCK_FILE}을 쓰려면 --apply를 붙여 다시 실행하세요.`,
  },
  applied: { en: `${ACCOUNTS_LOCK_FILE} was written.`, ko: `${ACCOUNTS_LOCK_FILE}을 썼습니다.` },
};

/** The plan as people read it: one line an account that needs attention, and a count of those that do not. */
export function renderAccountsSync(result: AccountsSyncResult, lang: keyof LocalizedText): string {
  const { plan, outcome } = result;
  const rows = rowsOf(result);
  const width = (column: 1 | 2): number =>
    Math.max(0, ...rows.filter(([sign]) => sign !== '!').map((row) => row[column].length));
  const unchanged = { en: `= ${plan.unchanged.length} unchanged`, ko: `= 변경 없음 ${plan.unchanged.length}개` };
  return `${[
    ...rows.map(([sign, name, id, text]) => `${sign} ${name.padEnd(width(1))}  ${id.padEnd(width(2))}  ${text[lang]}`),
    unchanged[lang],
    ...notesOf(plan).map((note) => `  ${note[lang]}`),
    OUTCOMES[outcome][lang],
  ].join('\n')}\n`;
}

/** The same for programs: the plan as it is, with counts first; messages come in both languages. */
export function accountsSyncJson({ outcome, prune, plan }: AccountsSyncResult): Record<string, unknown> {
  const { organizationId, ...lists } = plan;
  const counts = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
  return { outcome, file: ACCOUNTS_LOCK_FILE, organizationId, prune, counts, ...lists };
}
