import { readManagedPolicies } from '../../access/managed-policies';
import { type AccessAnswer, type AccessQuestion, assumedContext, whoCan } from '../../access/who-can';
import { renderTable } from '../../reports/table';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, type Language, printJson } from '../command';
import { checkOptionName, loadIdentityCenter } from './identity-center';

/** `org-governance access who` */
export const accessWho: Command = {
  name: 'access who',
  summary: {
    en: 'tell which groups can do one action in an account, by permission sets, SCPs and RCPs together',
    ko: '어떤 그룹이 계정에서 한 작업을 할 수 있는지 권한 세트, SCP, RCP를 함께 따져 알려 줍니다',
  },
  options: {
    action: {
      type: 'string',
      value: 'ACTION',
      help: { en: 'one action: s3:GetObject', ko: '작업 하나: s3:GetObject' },
    },
    resource: { type: 'string', value: 'ARN', help: { en: 'resource (default: *)', ko: '리소스(기본값: *)' } },
    account: { type: 'string', value: 'NAME', help: { en: 'account that is signed in to', ko: '로그인하는 계정' } },
    context: {
      type: 'string',
      value: 'KEY=VALUE',
      multiple: true,
      help: {
        en: 'condition key; may be repeated, and KEY= says that it is absent',
        ko: '조건 키. 여러 번 쓸 수 있고, KEY=는 키가 없다는 뜻입니다',
      },
    },
  },
  run(call) {
    const { io, config, json, language } = call;
    const question = questionOf(call);
    const { organization, identityCenter } = loadIdentityCenter(config);
    const { model, policies } = organization;
    checkOptionName('account', question.account, model.accounts);
    const answers = whoCan(question, { model, identityCenter, policies, managed: readManagedPolicies(config) });
    const context = { ...assumedContext(question, model), ...question.context };
    if (json) printJson(io, { ok: true, ...question, context, answers });
    else io.out(renderAnswers(answers, context, language));
    return EXIT.ok;
  },
};

function questionOf({ options, lists }: CommandCall): AccessQuestion {
  const { action, resource = '*', account } = options;
  if (typeof action !== 'string' || typeof account !== 'string') {
    throw new UserError({
      en: 'give --action and --account, e.g. --action s3:GetObject --account shop-prod',
      ko: '--action과 --account를 주세요. 예: --action s3:GetObject --account shop-prod',
    });
  }
  if (!/^[a-z0-9-]+:[a-z0-9]+$/i.test(action)) {
    throw new UserError({
      en: `--action must be one action such as s3:GetObject, got ${JSON.stringify(action)}`,
      ko: `--action은 s3:GetObject 같은 작업 하나여야 합니다: ${JSON.stringify(action)}`,
    });
  }
  if (typeof resource !== 'string' || (resource !== '*' && !/^arn:([^:*?]*:){4}.+$/.test(resource))) {
    throw new UserError({
      en: `--resource must be * or the ARN of one resource, got ${JSON.stringify(resource)}`,
      ko: `--resource는 *나 리소스 하나의 ARN이어야 합니다: ${JSON.stringify(resource)}`,
    });
  }
  return { action, resource, account, context: contextOf(lists.context ?? []) };
}

function contextOf(pairs: readonly string[]): Record<string, string[]> {
  const context: Record<string, string[]> = {};
  for (const pair of pairs) {
    const [, key, value] = /^([^=:]+:[^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      throw new UserError({
        en: `--context must be KEY=VALUE such as aws:RequestedRegion=us-east-1, got ${JSON.stringify(pair)}`,
        ko: `--context는 aws:RequestedRegion=us-east-1 같은 KEY=VALUE여야 합니다: ${JSON.stringify(pair)}`,
      });
    }
    context[key] = [...(context[key] ?? []), ...(value === '' ? [] : [value])];
  }
  return context;
}

const VERDICTS = {
  allow: { en: 'allow', ko: '허용' },
  maybe: { en: 'maybe', ko: '미확정' },
  deny: { en: 'deny', ko: '거부' },
} as const;

function renderAnswers(
  answers: readonly AccessAnswer[],
  context: Readonly<Record<string, readonly string[]>>,
  language: Language,
): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const stated = Object.entries(context).flatMap(([key, values]) =>
    values.length === 0 ? [] : [`${key}=${values.join(',')}`],
  );
  return [
    renderTable(
      [
        text('verdict', '판정'),
        text('group', '그룹'),
        text('permission set', '권한 세트'),
        text('decided by', '결정한 정책'),
        text('why', '이유'),
      ],
      answers.map(({ verdict, group, permissionSet, breakGlass, decidedBy, why }) => [
        VERDICTS[verdict][language],
        group,
        breakGlass ? `${permissionSet} (break-glass)` : permissionSet,
        decidedBy ?? '-',
        why[language],
      ]),
    ),
    text(`Assumed: ${stated.join(' ')}\n`, `가정: ${stated.join(' ')}\n`),
    text(
      'Resource policies are not known here: one may allow what this denies, and some services ask for one besides.\n',
      '리소스 정책은 여기서 알 수 없습니다. 리소스 정책이 허용을 더하거나, 서비스에 따라 따로 요구될 수 있습니다.\n',
    ),
  ].join('');
}
