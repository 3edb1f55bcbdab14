import { CONFIG_RULES } from '../../../../constructs/kisms/catalogue';
import {
  type ConformancePackOptions,
  type ConformancePackTemplate,
  conformancePackTemplates,
  securityHubTwins,
} from '../../../../constructs/kisms/conformance-packs';
import { OPTIONS, rule } from './fixtures';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

function resourcesOf({ body }: ConformancePackTemplate): Record<string, Resource> {
  return JSON.parse(body).Resources;
}

/** The resource that one made-up rule becomes. */
function resourceOf(
  more: Parameters<typeof rule>[1],
  options: Partial<ConformancePackOptions> = {},
): Resource | undefined {
  const [template] = conformancePackTemplates({ ...OPTIONS, catalogue: [rule('S3_BUCKET_FINE', more)], ...options });
  return template && resourcesOf(template).S3BucketFine;
}

test('makes one pack a purpose of the real catalogue, each within the limits', () => {
  const everyRule = Object.fromEntries(CONFIG_RULES.map(({ identifier }) => [identifier, { enabled: true }]));
  const templates = conformancePackTemplates({ ...OPTIONS, rules: everyRule });
  expect(templates.map(({ name }) => name)).toEqual(['kisms-access', 'kisms-protect', 'kisms-operate']);
  const regional = CONFIG_RULES.filter(({ availability }) => availability !== 'us-east-1');
  expect(templates.flatMap(({ rules }) => rules)).toHaveLength(regional.length);
});

test('holds nothing but Config rules of AWS, each in the shape that a conformance pack takes', () => {
  for (const template of conformancePackTemplates(OPTIONS)) {
    expect(Object.keys(JSON.parse(template.body))).toEqual(['Resources']);
    const resources = Object.entries(resourcesOf(template));
    expect(resources).toHaveLength(template.rules.length);
    for (const [id, { Type, Properties }] of resources) {
      expect(id).toMatch(/^[A-Za-z0-9]+$/);
      expect(Type).toBe('AWS::Config::ConfigRule');
      expect(Properties).toMatchObject({
        ConfigRuleName: expect.stringMatching(/^[a-z0-9-]{1,100}$/),
        Source: { Owner: 'AWS', SourceIdentifier: expect.stringMatching(/^[A-Z0-9_]+$/) },
      });
      for (const value of Object.values(Properties.InputParameters ?? {})) expect(value).toEqual(expect.any(String));
    }
  }
});

test('gives a rule the same logical id whatever else is in the pack', () => {
  const [alone] = conformancePackTemplates({ ...OPTIONS, onlyRules: ['EC2_IMDSV2_CHECK'] });
  const id = Object.keys(resourcesOf(alone as ConformancePackTemplate))[0] ?? '';
  expect(id).toBe('Ec2Imdsv2Check');
  expect(conformancePackTemplates(OPTIONS).some((template) => id in resourcesOf(template))).toBe(true);
});

test.each<['periodic' | 'change-triggered' | 'both' | 'unknown', boolean]>([
  ['change-triggered', true],
  ['both', true],
  ['periodic', false],
  ['unknown', false],
])('a %s rule has a scope: %p', (trigger, scoped) => {
  const properties = resourceOf({ trigger, resourceTypes: ['AWS::S3::Bucket', 'AWS::EC2::Instance'] })?.Properties;
  expect(properties?.Scope).toEqual(
    scoped ? { ComplianceResourceTypes: ['AWS::EC2::Instance', 'AWS::S3::Bucket'] } : undefined,
  );
});

test('leaves out what is empty', () => {
  expect(resourceOf({ trigger: 'change-triggered' })?.Properties).toEqual({
    ConfigRuleName: 's3-bucket-fine',
    Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_FINE' },
  });
});

test('writes the same bytes whatever the order of catalogue and options', () => {
  const rules = { IAM_PASSWORD_POLICY: { parameters: { MinimumPasswordLength: '14', MaxPasswordAge: '60' } } };
  const reordered = { IAM_PASSWORD_POLICY: { parameters: { MaxPasswordAge: '60', MinimumPasswordLength: '14' } } };
  const once = conformancePackTemplates({ ...OPTIONS, rules, purposes: ['access', 'operate'] });
  const again = conformancePackTemplates({
    ...OPTIONS,
    rules: reordered,
    purposes: ['operate', 'access'],
    catalogue: [...CONFIG_RULES].reverse(),
  });
  expect(again).toEqual(once);
});

describe('limits', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => rule(`RULE_${1000 + index}`));
  const make = (catalogue: ConformancePackOptions['catalogue']) =>
    conformancePackTemplates({ ...OPTIONS, ...(catalogue && { catalogue }) });
  const sized = (bytes: number) => {
    const [{ body = '' } = {}] = make([rule('LARGE', { parameters: { text: '' } })]);
    return make([rule('LARGE', { parameters: { text: 'x'.repeat(bytes - body.length) } })]);
  };

  test('130 rules are in one pack', () => expect(make(many(130))[0]?.rules).toHaveLength(130));

  test('131 rules are too many', () =>
    expect(() => make(many(131))).toThrow(
      new Error(
        'conformance pack "kisms-access" has 131 rules, and AWS Config takes at most 130 in a pack: turn rules off, or move some to another purpose',
      ),
    ));

  test('51,199 bytes fit', () => expect(Buffer.byteLength(sized(51_199)[0]?.body ?? '')).toBe(51_199));

  test('51,200 bytes are too many', () =>
    expect(() => sized(51_200)).toThrow(
      new Error(
        'conformance pack "kisms-access" of 1 rules has 51200 bytes, and an inline template must have fewer than 51200: turn rules off, or move some to another purpose',
      ),
    ));

  test('bytes are counted, not characters', () =>
    expect(() => make([rule('KOREAN', { parameters: { text: '가'.repeat(17_050) } })])).toThrow(/has 513\d\d bytes/));
});

test.each([
  ['1st', '1st-access'],
  ['k isms', 'k isms-access'],
  ['k'.repeat(122), `${'k'.repeat(122)}-access`],
])('refuses the name prefix %s', (namePrefix, name) => {
  expect(() => conformancePackTemplates({ ...OPTIONS, namePrefix })).toThrow(
    `'namePrefix' makes the pack name ${JSON.stringify(name)}`,
  );
});

test('names the Security Hub controls that the packs make superfluous, once each', () => {
  const templates = conformancePackTemplates({
    ...OPTIONS,
    catalogue: [
      rule('A', { securityHubControls: ['S3.8', 'S3.1'] }),
      rule('B', { securityHubControls: ['S3.8'] }),
      rule('C', { securityHubControls: ['EC2.1'], availability: 'unknown' }),
    ],
  });
  expect(securityHubTwins(templates)).toEqual(['S3.1', 'S3.8']);
});
