import { mergeSettings, renderGuardrail } from '../../../constructs/guardrails';
import { CONTEXT, SETTINGS } from './fixtures';

const settings = (id: string, parameters = {}) => {
  const guardrail = SETTINGS.find((candidate) => candidate.id === id);
  if (guardrail === undefined) throw new Error(`no settings guardrail ${id}`);
  return renderGuardrail(guardrail, CONTEXT, parameters);
};
const ofEc2 = (attributes: object) => ({ ec2_attributes: attributes });

test.each<[id: string, parameters: object, content: object]>([
  ['ec2-serial-console', {}, ofEc2({ serial_console_access: { status: { '@@assign': 'disabled' } } })],
  [
    'ec2-image-block-public-access',
    {},
    ofEc2({ image_block_public_access: { state: { '@@assign': 'block_new_sharing' } } }),
  ],
  [
    'ec2-snapshot-block-public-access',
    {},
    ofEc2({ snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } } }),
  ],
  [
    'ec2-vpc-block-public-access',
    { exclusionsAllowed: true, mode: 'block_bidirectional' },
    ofEc2({
      vpc_block_public_access: {
        internet_gateway_block: {
          mode: { '@@assign': 'block_bidirectional' },
          exclusions_allowed: { '@@assign': 'enabled' },
        },
      },
    }),
  ],
  [
    'ec2-vpc-block-public-access',
    {},
    ofEc2({
      vpc_block_public_access: {
        internet_gateway_block: {
          mode: { '@@assign': 'block_ingress' },
          exclusions_allowed: { '@@assign': 'disabled' },
        },
      },
    }),
  ],
  [
    'ec2-imds-defaults',
    {},
    ofEc2({
      instance_metadata_defaults: {
        http_tokens: { '@@assign': 'required' },
        http_put_response_hop_limit: { '@@assign': '2' },
      },
    }),
  ],
  [
    'ec2-allowed-images',
    { owners: ['amazon', '111122223333'] },
    ofEc2({
      allowed_images_settings: {
        state: { '@@assign': 'enabled' },
        image_criteria: { criteria_1: { allowed_image_providers: { '@@assign': ['amazon', '111122223333'] } } },
      },
    }),
  ],
  ['s3-block-public-access', {}, { s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } }],
])('%s %j', (id, parameters, content) => expect(settings(id, parameters)).toEqual(content));

test('no account can opt in to AI service improvement again', () => {
  const locked = { '@@operators_allowed_for_child_policies': ['@@none'] };
  expect(settings('ai-services-opt-out')).toEqual({
    services: { ...locked, default: { ...locked, opt_out_policy: { ...locked, '@@assign': 'optOut' } } },
  });
});

describe('daily backup', () => {
  test('reaches the governed Regions, with the role of each account', () => {
    expect(settings('daily-backup')).toMatchObject({
      plans: {
        daily: {
          regions: { '@@assign': CONTEXT.governedRegions },
          rules: {
            daily: {
              lifecycle: { delete_after_days: { '@@assign': '35' } },
              target_backup_vault_name: { '@@assign': 'Default' },
            },
          },
          selections: {
            tags: {
              daily: {
                iam_role_arn: { '@@assign': 'arn:aws:iam::$account:role/service-role/AWSBackupDefaultServiceRole' },
              },
            },
          },
        },
      },
    });
  });

  test('reaches the Regions that the use names', () => {
    expect(settings('daily-backup', { regions: ['us-east-1'], retentionDays: 7 })).toMatchObject({
      plans: {
        daily: {
          regions: { '@@assign': ['us-east-1'] },
          rules: { daily: { lifecycle: { delete_after_days: { '@@assign': '7' } } } },
        },
      },
    });
  });

  test.each([{ retentionDays: 0 }, { schedule: 'daily' }, { vaultName: 'a vault' }])('refuses %j', (parameters) => {
    expect(() => settings('daily-backup', parameters)).toThrow(/is invalid/);
  });
});

describe('tagging standard', () => {
  test('fixes spelling, values, enforcement and required types', () => {
    expect(
      settings('tagging-standard', {
        keys: ['CostCenter', 'Owner'],
        values: ['CostCenter=1=2', 'CostCenter=200'],
        enforcedFor: ['s3:bucket'],
        requiredFor: ['ec2:instance'],
      }),
    ).toEqual({
      tags: {
        costcenter: {
          tag_key: { '@@assign': 'CostCenter' },
          tag_value: { '@@assign': ['1=2', '200'] },
          enforced_for: { '@@assign': ['s3:bucket'] },
          report_required_tag_for: { '@@assign': ['ec2:instance'] },
        },
        owner: {
          tag_key: { '@@assign': 'Owner' },
          enforced_for: { '@@assign': ['s3:bucket'] },
          report_required_tag_for: { '@@assign': ['ec2:instance'] },
        },
      },
    });
  });

  test('refuses values of a key that it does not have', () => {
    expect(() => settings('tagging-standard', { values: ['Onwer=a'] })).toThrow(
      /'values' has the key "Onwer", which is not one of \["Owner"/,
    );
  });

  test('refuses two spellings of one key', () => {
    expect(() => settings('tagging-standard', { keys: ['Owner', 'owner'] })).toThrow(/"Owner" and "owner"/);
  });
});

describe('merging', () => {
  test('every EC2 guardrail fits one declarative policy', () => {
    const ec2 = SETTINGS.filter(({ policyType }) => policyType === 'DECLARATIVE_POLICY_EC2');
    const merged = mergeSettings(ec2.map(({ id }) => settings(id)));
    expect(Object.keys(merged.ec2_attributes as object)).toHaveLength(ec2.length);
    expect(JSON.stringify(merged).length).toBeLessThanOrEqual(10_000);
  });

  test.each<[string, Record<string, unknown>[], Record<string, unknown>]>([
    ['nothing', [], {}],
    ['different keys', [{ a: { b: 1 } }, { a: { c: [1] } }], { a: { b: 1, c: [1] } }],
    ['the same value twice', [{ a: { b: ['x'] } }, { a: { b: ['x'] } }], { a: { b: ['x'] } }],
  ])('%s', (_, contents, merged) => expect(mergeSettings(contents)).toEqual(merged));

  test.each<[Record<string, unknown>, Record<string, unknown>, RegExp]>([
    [
      { a: { b: { '@@assign': 'x' } } },
      { a: { b: { '@@assign': 'y' } } },
      /'a\.b\.@@assign' is "x" in one guardrail and "y" in another/,
    ],
    [{ a: ['x'] }, { a: ['x', 'y'] }, /'a' is \["x"\]/],
    [{ a: { b: 1 } }, { a: 1 }, /'a' is \{"b":1\}/],
  ])('%j against %j is refused', (left, right, message) => expect(() => mergeSettings([left, right])).toThrow(message));
});
