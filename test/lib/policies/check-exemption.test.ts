import { type Edit, expectProblems, loaded } from '../model/sample-config';

const WITHOUT: Edit = ['      protect-platform-roles: {}\n', ''];
/** The guardrails of the profile would bring the preset; without it they are a set like the others. */
const NOT_BY_PROFILE: Edit = [
  'guardrails:\n  targets: { ous: [Root] }\n  except:\n',
  '▸guardrails:\n  targets: { ous: [Root] }\n  except:\n    - preset: protect-platform-roles\n      reason: This is about the sets of organization.yaml\n',
  'compliance.yaml',
];
const inSet = (first: string): Edit => [`      ${first}\n`, `      ${first}\n      protect-platform-roles: {}\n`];
const ESCAPE = (places: string, set: number) =>
  `guardrails[${set}].presets: on ${places} anybody who may create roles…`;
const PROFILE = 'guardrails.presets: on Root anybody who may create roles…';

describe('guardrails exempt roles by name, so nobody else may take such a name', () => {
  test('the sample protects the names at the root, above every set', () => {
    expect(loaded([]).warnings).toEqual([]);
  });

  test('without the preset every set with an SCP is reported once, at its presets', () => {
    expectProblems(
      [
        WITHOUT,
        NOT_BY_PROFILE,
        ['    presets:\n      deny-leave-org', '    presets:\n      ▸deny-leave-org'],
        [
          '    presets:\n      region-restriction: {}\n      deny-root-user: {}\n      deny-iam-user-creation',
          '    presets:\n      ▸region-restriction: {}\n      deny-root-user: {}\n      deny-iam-user-creation',
        ],
        [
          '    presets:\n      region-restriction: {}\n      deny-root-user: {}\n      deny-network',
          '    presets:\n      ▸region-restriction: {}\n      deny-root-user: {}\n      deny-network',
        ],
      ],
      [PROFILE, ESCAPE('Root', 0), ESCAPE('Workloads, Data', 1), ESCAPE('Sandbox', 2)],
    );
  });

  test('the preset in a set below does not protect the sets above or beside it', () => {
    expectProblems(
      [
        WITHOUT,
        NOT_BY_PROFILE,
        ['    presets:\n      deny-leave-org', '    presets:\n      ▸deny-leave-org'],
        [
          '    presets:\n      region-restriction: {}\n      deny-root-user: {}\n      deny-network',
          '    presets:\n      ▸region-restriction: {}\n      deny-root-user: {}\n      deny-network',
        ],
        inSet('deny-iam-user-creation: {}'),
      ],
      [PROFILE, ESCAPE('Root', 0), ESCAPE('Sandbox', 2)],
    );
  });

  test('an account inside a protected OU is protected', () => {
    const narrow: Edit = ['targets: { ous: [Sandbox] }', 'targets: { accounts: [shop-dev] }'];
    const shop: Edit = ['targets: { ous: [Workloads, Data] }', 'targets: { accounts: [shop-prod] }'];
    const workloads: Edit = ['targets: { ous: [Root] }', 'targets: { ous: [Workloads, Data] }'];
    const { policies } = loaded([narrow, shop, workloads]);
    expect(policies.find(({ name }) => name === 'sandbox-scp-1')?.attachments).toEqual([
      { kind: 'account', name: 'shop-dev' },
    ]);
  });
});
