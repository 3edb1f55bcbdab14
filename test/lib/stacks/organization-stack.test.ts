import { loadConfig } from '../../../lib/load-config';
import { chain, ofType, ouPath, SAMPLE, sampleWith, synthesized } from './synthesized';

const OU = 'AWS::Organizations::OrganizationalUnit';
const POLICY = 'AWS::Organizations::Policy';

describe('sample organization', () => {
  const stack = synthesized(loadConfig(SAMPLE)).Organization;
  const ous = ofType(stack, OU);
  const policies = Object.fromEntries(ofType(stack, POLICY).map(([, { Properties }]) => [Properties.Name, Properties]));
  const ref = (path: string) => ({ Ref: ous.find(([id]) => ouPath(stack, id) === path)?.[0] });

  test('creates the OUs that have no id, each under its parent', () => {
    expect(ous.map(([id]) => ouPath(stack, id)).sort()).toEqual([
      'Data',
      'Data/Prod',
      'Infrastructure',
      'Sandbox',
      'Workloads',
      'Workloads/Dev',
      'Workloads/Prod',
      'Workloads/Stage',
    ]);
    const top = ous.filter(([, { Properties }]) => typeof Properties.ParentId === 'string');
    expect(top.map(([, { Properties }]) => Properties.ParentId)).toEqual(Array(4).fill('r-examplerootid111'));
    expect(ous.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(Array(8).fill('Retain'));
  });

  test('publishes the id of every OU that it creates', () => {
    expect(Object.values(stack?.outputs ?? {}).map(({ Value }) => Value)).toEqual(ous.map(([id]) => ({ Ref: id })));
  });

  test.each([
    ['baseline-scp-1', ['r-examplerootid111']],
    ['baseline-rcp-1', ['r-examplerootid111']],
    ['baseline-declarative-ec2-1', ['r-examplerootid111']],
    ['baseline-tag-1', ['r-examplerootid111']],
    ['baseline-ai-opt-out-1', ['r-examplerootid111']],
    ['baseline-s3-1', ['r-examplerootid111']],
    ['workloads-scp-1', [ref('Workloads'), ref('Data')]],
    ['sandbox-scp-1', [ref('Sandbox')]],
    ['backup-backup-1', [ref('Workloads/Prod'), ref('Data/Prod')]],
  ])('attaches %s where the config says', (name, targets) => {
    expect(policies[name]?.TargetIds).toEqual(targets);
  });

  test('changes the organization one resource at a time', () => {
    expect(chain(stack?.resources ?? {})).toEqual(Object.keys(stack?.resources ?? {}));
  });
});

test('attaches a policy to an adopted OU and to accounts, but not to an account that has no id yet', () => {
  const { Organization } = synthesized(
    sampleWith(({ organization }) => {
      organization.guardrails?.push({
        name: 'extra',
        targets: { ous: ['Security'], accounts: ['shop-prod', 'sandbox-1', 'payments-prod'] },
        presets: { 'deny-marketplace': {} },
      });
    }),
  );
  const extra = ofType(Organization, POLICY).find(([, { Properties }]) => Properties.Name === 'extra-scp-1');
  expect(extra?.[1].Properties.TargetIds.sort()).toEqual([
    '012345678901',
    '888899990000',
    'ou-examplerootid111-exampleouid111',
  ]);
});

test('leaves a policy unattached while its only account has no id', () => {
  const { Organization } = synthesized(
    sampleWith(({ organization }) => {
      organization.guardrails?.push({
        name: 'extra',
        targets: { accounts: ['payments-prod'] },
        presets: { 'deny-marketplace': {} },
      });
    }),
  );
  const extra = ofType(Organization, POLICY).find(([, { Properties }]) => Properties.Name === 'extra-scp-1');
  expect(extra?.[1].Properties.TargetIds).toEqual([]);
});

test('deploys a policy of the user as it was written', () => {
  const content = { tags: { team: { tag_key: { '@@assign': 'team' } } } };
  const { Organization } = synthesized(
    sampleWith(({ organization }) => {
      organization.policies = [{ name: 'team-tag', type: 'TAG_POLICY', content, targets: { ous: ['Sandbox'] } }];
    }),
  );
  const own = ofType(Organization, POLICY).find(([, { Properties }]) => Properties.Name === 'team-tag');
  expect(own?.[1].Properties).toMatchObject({
    Type: 'TAG_POLICY',
    Content: content,
    TargetIds: [{ Ref: expect.any(String) }],
  });
});

test('tags the OUs that have tags', () => {
  const { Organization } = synthesized(
    sampleWith(({ organization }) => {
      const sandbox = organization.organizationalUnits.find(({ path }) => path === 'Sandbox');
      if (sandbox) sandbox.tags = { team: 'lab', 'cost-center': '1' };
    }),
  );
  const tags = ofType(Organization, OU).map(([, { Properties }]) => [Properties.Name, Properties.Tags]);
  expect(tags.filter(([, value]) => value !== undefined)).toEqual([
    [
      'Sandbox',
      [
        { Key: 'cost-center', Value: '1' },
        { Key: 'team', Value: 'lab' },
      ],
    ],
  ]);
});

test('nests OUs in OUs that exist, and tells apart names of any script', () => {
  const paths = ['Security/Team', 'A', 'A/B', 'A|B', 'A%7CB', '개발', '개발/운영', '운영'];
  const { Organization } = synthesized(
    sampleWith(({ organization }) => {
      organization.organizationalUnits.push(...paths.map((path) => ({ path })));
    }),
  );
  const names = ofType(Organization, OU).map(([, { Properties }]) => Properties.Name);
  expect(names).toEqual(expect.arrayContaining(['Team', 'A', 'B', 'A|B', 'A%7CB', '개발', '운영', '운영']));
  expect(names).toHaveLength(8 + paths.length);
  expect(Object.keys(Organization?.outputs ?? {})).toHaveLength(8 + paths.length);
  const team = ofType(Organization, OU).find(([, { Properties }]) => Properties.Name === 'Team');
  expect(team?.[1].Properties.ParentId).toBe('ou-examplerootid111-exampleouid111');
});
