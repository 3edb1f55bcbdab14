import { loadConfig } from '../../../lib/load-config';
import { chain, ofType, ouPath, SAMPLE, type SynthesizedStack, sampleWith, synthesized } from './synthesized';

const BASELINE = 'AWS::ControlTower::EnabledBaseline';
const CONTROL = 'AWS::ControlTower::EnabledControl';
const LANDING_ZONE = 'AWS::ControlTower::LandingZone';
const RULE = 'AWS::Events::Rule';

const sample = synthesized(loadConfig(SAMPLE));
const management = Object.keys(sample).filter((id) => !/^(?:Account-|IdentityCenter|Network|Compliance)/.test(id));

/** Path of the OU whose ARN a resource of the sample names. */
function ouOf(arn: { 'Fn::Join': [string, [string, { 'Fn::GetStackOutput': { OutputName: string } }]] }): string {
  const [prefix, { 'Fn::GetStackOutput': output }] = arn['Fn::Join'][1];
  expect(prefix).toBe('arn:aws:organizations::111122223333:ou/o-exampleorgid/');
  return ouPath(sample.Organization, sample.Organization?.outputs[output.OutputName]?.Value.Ref ?? '');
}

const rules = (stack: SynthesizedStack | undefined) => ofType(stack, RULE).map(([, { Properties }]) => Properties);
const sourcesOf = (stack: SynthesizedStack | undefined) =>
  [...new Set(rules(stack).flatMap(({ EventPattern }) => EventPattern.source))].sort();

test('deploys one stack after the other, all in the management account', () => {
  expect(management).toEqual([
    'Organization',
    'AccountVending-2',
    'AccountVending-3',
    'ControlTower',
    'Controls-Infrastructure',
    'Controls-Workloads',
    'Controls-Data',
    'Controls-Sandbox',
    'OrganizationsEvents',
  ]);
  for (const [index, id] of management.entries()) {
    expect(sample[id]).toMatchObject({
      account: '111122223333',
      region: id === 'OrganizationsEvents' ? 'us-east-1' : 'ap-northeast-2',
    });
    if (index > 0) expect(sample[id]?.dependencies).toContain(management[index - 1]);
  }
});

test('registers every OU but that of the log archive, parents first, one at a time', () => {
  const registered = ofType(sample.ControlTower, BASELINE);
  const order = chain(
    sample.ControlTower?.resources ?? {},
    registered.map(([id]) => id),
  ).map((id) => ouOf(sample.ControlTower?.resources[id]?.Properties.TargetIdentifier));
  expect(order).toEqual([
    'Infrastructure',
    'Workloads',
    'Data',
    'Sandbox',
    'Workloads/Prod',
    'Workloads/Stage',
    'Workloads/Dev',
    'Data/Prod',
  ]);
  expect(registered[0]?.[1].Properties).toMatchObject({ BaselineVersion: '5.0' });
  expect(registered[0]?.[1].Properties).not.toHaveProperty('Parameters');
});

test.each([
  ['Infrastructure', ['5kvme4m5d2b4d7if2fs5yg2ui', 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS']],
  ['Workloads', ['5kvme4m5d2b4d7if2fs5yg2ui', 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS', 'ka8e3pkqefnjsxuyc26ji580']],
  ['Data', ['5kvme4m5d2b4d7if2fs5yg2ui', 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS']],
  ['Sandbox', ['5kvme4m5d2b4d7if2fs5yg2ui', 'AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS']],
])('enables the controls of %s in a stack of its own', (ou, names) => {
  const controls = ofType(sample[`Controls-${ou}`], CONTROL).map(([, { Properties }]) => Properties);
  expect(controls.map(({ ControlIdentifier }) => ControlIdentifier.split('/').at(-1)).sort()).toEqual(names);
  expect([...new Set(controls.map(({ TargetIdentifier }) => ouOf(TargetIdentifier)))]).toEqual([ou]);
});

test('hands the parameters to a control, by name', () => {
  const regionDeny = ofType(sample['Controls-Workloads'], CONTROL).find(([id]) =>
    id.includes('ka8e3pkqefnjsxuyc26ji580'),
  );
  expect(regionDeny?.[1].Properties.Parameters).toEqual([
    { Key: 'AllowedRegions', Value: ['ap-northeast-2', 'us-east-1'] },
    { Key: 'ExemptedPrincipalArns', Value: ['arn:aws:iam::*:role/cdk-govern-*'] },
  ]);
});

test('keeps the controls of nested OUs with those of the OU at the top', () => {
  const stacks = synthesized(
    sampleWith(({ controlTower }) => {
      const [first] = controlTower?.controls ?? [];
      if (first) first.targets = { ous: ['Workloads', 'Security'] };
    }),
  );
  expect(ofType(stacks['Controls-Workloads'], CONTROL)).toHaveLength(6);
  const [security] = ofType(stacks['Controls-Security'], CONTROL);
  expect(security?.[1].Properties.TargetIdentifier).toBe(
    'arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-examplerootid111-exampleouid111',
  );
});

test('hears of AWS Control Tower at home and of AWS Organizations in us-east-1', () => {
  expect(sourcesOf(sample.ControlTower)).toEqual(['aws.controltower']);
  expect(sourcesOf(sample.OrganizationsEvents)).toEqual(['aws.organizations']);
});

test('hears of both in one stack when home is us-east-1', () => {
  const stacks = synthesized(
    sampleWith(({ organization }) => {
      organization.homeRegion = 'us-east-1';
    }),
  );
  expect(sourcesOf(stacks.ControlTower)).toEqual(['aws.controltower', 'aws.organizations']);
  expect(Object.keys(stacks)).not.toContain('OrganizationsEvents');
});

test('has neither stacks nor dependencies without control-tower.yaml', () => {
  const stacks = synthesized(
    sampleWith((files) => {
      files.controlTower = undefined;
    }),
  );
  expect(Object.keys(stacks).filter((id) => /^(Control|LandingZone|OrganizationsEvents)/.test(id))).toEqual([]);
  expect(stacks['Account-audit']?.dependencies).toEqual(['Organization', 'AccountVending-2', 'AccountVending-3']);
});

test('hands the Identity Center baseline to every registered OU', () => {
  const arn = 'arn:aws:controltower:ap-northeast-2:111122223333:enabledbaseline/XAJNZMGZ5P5JHBQPR';
  const stacks = synthesized(
    sampleWith(({ controlTower }) => {
      if (controlTower?.baseline) controlTower.baseline.identityCenterEnabledBaselineArn = arn;
    }),
  );
  const parameters = ofType(stacks.ControlTower, BASELINE).map(([, { Properties }]) => Properties.Parameters);
  expect(parameters).toEqual(Array(8).fill([{ Key: 'IdentityCenterEnabledBaselineArn', Value: arn }]));
});

describe('lifecycle', () => {
  const secret = 'arn:aws:secretsmanager:ap-northeast-2:111122223333:secret:governance/github-token-AbCdEf';
  const eventBusArn = 'arn:aws:events:ap-northeast-2:666677778888:event-bus/pipeline';
  const alarmTopicArn = 'arn:aws:sns:ap-northeast-2:111122223333:operations';
  const stacks = synthesized(
    sampleWith((files) => {
      files.controlTower = {
        version: 1,
        landingZone: { mode: 'adopt', version: '4.0' },
        lifecycle: {
          github: { repository: 'example-org/governance', secret, eventType: 'account' },
          eventBusArn,
          alarmTopicArn,
        },
      };
    }),
  );

  test('needs neither baseline nor controls', () => {
    expect(Object.keys(stacks).filter((id) => /^(Control|OrganizationsEvents)/.test(id))).toEqual([
      'ControlTower',
      'OrganizationsEvents',
    ]);
    expect(ofType(stacks.ControlTower, BASELINE)).toEqual([]);
  });

  test.each([
    ['ControlTower', 'ap-northeast-2'],
    ['OrganizationsEvents', 'us-east-1'],
  ])('reads the token of %s from the replica of the secret in %s', (id, region) => {
    const [connection] = ofType(stacks[id], 'AWS::Events::Connection');
    expect(JSON.stringify(connection?.[1].Properties)).toContain(secret.replace('ap-northeast-2', region));
  });

  test('tells the event bus and the workflow', () => {
    for (const { Targets } of [...rules(stacks.ControlTower), ...rules(stacks.OrganizationsEvents)]) {
      expect(Targets.map(({ Arn }: { Arn: unknown }) => Arn)).toContain(eventBusArn);
      expect(JSON.stringify(Targets)).toContain('\\"event_type\\":\\"account\\"');
    }
  });

  test('alarms a topic in its own Region only', () => {
    const actions = (id: string) =>
      ofType(stacks[id], 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmActions);
    expect(actions('ControlTower')).toEqual([[alarmTopicArn]]);
    expect(actions('OrganizationsEvents')).toEqual([undefined]);
  });
});

describe('a landing zone that is created', () => {
  const withLandingZone = (autoEnrollment?: boolean) =>
    synthesized(
      sampleWith(({ controlTower }) => {
        if (!controlTower) return;
        controlTower.landingZone = {
          mode: 'create',
          manifest: {
            version: '4.0',
            accessManagement: { enabled: true },
            backup: { enabled: false },
            centralizedLogging: { enabled: true, accountId: '222233334444' },
            config: { enabled: true, accountId: '333344445555' },
            governedRegions: ['ap-northeast-2', 'us-east-1'],
            securityRoles: { enabled: true, accountId: '333344445555' },
          },
          ...(autoEnrollment !== undefined && { autoEnrollment }),
        };
      }),
    );
  const stacks = withLandingZone();

  test('has a stack of its own after the accounts and before everything of AWS Control Tower', () => {
    expect(stacks.LandingZone).toMatchObject({
      stackName: 'Governance-LandingZone',
      account: '111122223333',
      region: 'ap-northeast-2',
      terminationProtection: true,
      dependencies: ['AccountVending-3'],
    });
    expect(stacks.ControlTower?.dependencies).toEqual(['Organization', 'LandingZone']);
  });

  test('is retained, enrolls accounts, and comes after its roles', () => {
    const [[, landingZone] = []] = ofType(stacks.LandingZone, LANDING_ZONE);
    expect(landingZone).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        Version: '4.0',
        Manifest: { securityRoles: { accountId: '333344445555' } },
        RemediationTypes: ['INHERITANCE_DRIFT'],
      },
    });
    const roles = ofType(stacks.LandingZone, 'AWS::IAM::Role').map(([id]) => id);
    expect(roles).toHaveLength(4);
    expect(landingZone?.DependsOn).toEqual(expect.arrayContaining(roles));
  });

  test('does without auto-enrollment when asked', () => {
    const [[, landingZone] = []] = ofType(withLandingZone(false).LandingZone, LANDING_ZONE);
    expect(landingZone?.Properties).not.toHaveProperty('RemediationTypes');
  });
});

test('names a stack for an OU of any name', () => {
  const names = ['개발', 'Shop & Co', 'Shop-Co', 'x'.repeat(128), `${'x'.repeat(127)}y`];
  const stacks = synthesized(
    sampleWith(({ organization, controlTower }) => {
      organization.organizationalUnits.push(...names.map((path) => ({ path })));
      if (controlTower) controlTower.controls = [{ control: 'AWS-GR_RESTRICT_ROOT_USER', targets: { ous: names } }];
    }),
  );
  const stackNames = Object.values(stacks)
    .map(({ stackName }) => stackName)
    .filter((name) => name.startsWith('Governance-Controls-'));
  expect(new Set(stackNames).size).toBe(names.length);
  for (const name of stackNames) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,127}$/);
  expect(stackNames).toContain('Governance-Controls-Shop-Co');
});

test.each([['Controls'], ['LifecycleEvents'], ['Token'], ['Default'], ['Resource']])(
  'bears an OU that is called %s',
  (path) => {
    const stacks = synthesized(
      sampleWith(({ organization, controlTower }) => {
        organization.organizationalUnits.push({ path });
        controlTower?.baseline?.targets.ous.push(path);
        controlTower?.controls?.[0]?.targets.ous.push(path);
      }),
    );
    expect(ofType(stacks.ControlTower, BASELINE)).toHaveLength(9);
    expect(ofType(stacks[`Controls-${path}`], CONTROL)).toHaveLength(1);
  },
);
