import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  findGuardrail,
  GUARDRAILS,
  guardrailReference,
  packPolicies,
  renderGuardrail,
} from '../../../constructs/guardrails';
import { checkPolicyDocument, type PolicyStatement } from '../../../constructs/policy-evaluator';
import { AUTHORIZATION, CONTEXT, isAuthorization, REQUIRED, SETTINGS } from './fixtures';

const ROOT = join(__dirname, '../../..');
const FOLDERS = { SERVICE_CONTROL_POLICY: 'service-control', RESOURCE_CONTROL_POLICY: 'resource-control' } as const;
const SETTINGS_LIMIT = { AISERVICES_OPT_OUT_POLICY: 2500 } as Record<string, number>;

const statements = (ofType: string): PolicyStatement[] =>
  AUTHORIZATION.filter(({ policyType }) => policyType === ofType).flatMap((g) =>
    renderGuardrail(g, CONTEXT, REQUIRED[g.id]),
  );

test('the list is ordered by id and every id is there once', () => {
  const ids = GUARDRAILS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test.each(['service-control', 'resource-control', 'settings'])(
  'every preset of %s stands in the file of its name',
  (folder) => {
    const files = readdirSync(join(ROOT, 'constructs/guardrails', folder)).map((file) => file.replace(/\.ts$/, ''));
    const ids = GUARDRAILS.filter((g) => (isAuthorization(g) ? FOLDERS[g.policyType] : 'settings') === folder).map(
      ({ id }) => id,
    );
    expect(files.filter((file) => file !== 'trusted-outsiders').sort()).toEqual(ids);
  },
);

describe.each(GUARDRAILS.map((guardrail) => [guardrail.id, guardrail] as const))('%s', (id, guardrail) => {
  test('is found by its id', () => expect(findGuardrail(id)).toBe(guardrail));

  test('speaks both languages, in its title and in its parameters', () => {
    const texts = [guardrail.title, ...Object.values(guardrail.parameters ?? {}).map(({ description }) => description)];
    for (const { en, ko } of texts) {
      expect(en).toMatch(/[A-Za-z]{3}/);
      expect(ko).toMatch(/[가-힣]/);
    }
  });

  test('names AWS documentation and ISMS-P criteria', () => {
    expect(guardrail.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(guardrail.criteria.length).toBeGreaterThan(0);
    for (const criterion of guardrail.criteria) expect(criterion).toMatch(/^[123]\.\d{1,2}\.\d{1,2}$/);
  });
});

test('an unknown id is refused with the ids that exist', () => {
  expect(() => findGuardrail('deny-everything')).toThrow(
    /no guardrail "deny-everything": the ids are \[.*"deny-leave-org"/,
  );
});

test.each(AUTHORIZATION.map((guardrail) => [guardrail.id, guardrail] as const))(
  '%s is a policy that AWS accepts, and fits one',
  (id, guardrail) => {
    const documents = packPolicies(renderGuardrail(guardrail, CONTEXT, REQUIRED[id]), { maxCharacters: 5120 });
    expect(documents).toHaveLength(1);
    expect(documents.flatMap((document) => checkPolicyDocument(document, guardrail.policyType))).toEqual([]);
  },
);

test.each(SETTINGS.map((guardrail) => [guardrail.id, guardrail] as const))('%s fits one policy', (_, guardrail) => {
  const content = renderGuardrail(guardrail, CONTEXT);
  expect(JSON.stringify(content).length).toBeLessThanOrEqual(SETTINGS_LIMIT[guardrail.policyType] ?? 10_000);
});

test.each([
  ['SERVICE_CONTROL_POLICY', 4],
  ['RESOURCE_CONTROL_POLICY', 1],
] as const)(
  'all presets of type %s together fit %d policies, which leaves a place for FullAWSAccess',
  (type, policies) => {
    const documents = packPolicies(statements(type), { maxCharacters: 5120 });
    expect(documents.length).toBeLessThanOrEqual(policies);
    expect(documents.flatMap((document) => checkPolicyDocument(document, type))).toEqual([]);
  },
);

test('no two presets have a statement of one name', () => {
  const sids = [...statements('SERVICE_CONTROL_POLICY'), ...statements('RESOURCE_CONTROL_POLICY')].map(
    ({ Sid }) => Sid,
  );
  expect(new Set(sids).size).toBe(sids.length);
});

test('the reference page tells a default, a requirement and a criterion in the language of its reader', () => {
  expect(guardrailReference('en')).toMatch(/`deny-leave-org` \| Deny leaving the organization \| 1\.2\.1, 2\.10\.2/);
  expect(guardrailReference('en')).toMatch(/`subjects` \(required\)/);
  expect(guardrailReference('ko')).toMatch(/`deny-leave-org` \| 조직 탈퇴 금지/);
  expect(guardrailReference('ko')).toMatch(/`retentionDays` \(`35`\): 백업 보관 일수/);
});
