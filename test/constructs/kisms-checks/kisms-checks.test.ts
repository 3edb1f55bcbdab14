import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import { KismsChecks, type KismsChecksProps } from '../../../constructs/kisms-checks';
import { described, parameter, THROWS, unknownParameter, WORDS } from './rules.fixtures';
import { names, ruleOf, synthesize } from './synthesize';

const DESCRIBED = { additionalRules: [described()] };

describe("in anyone's app", () => {
  const bucket = synthesize((app) => new CfnBucket(new Stack(app, 'S'), 'B'));

  test('a fault that a mapped rule of cdk-nag finds fails the synth, with its criteria and a remedy', () => {
    expect(bucket.failed).toBe(true);
    expect(bucket.open.find(({ ruleName }) => ruleName === 'Kisms-S3BucketVersioningEnabled')).toMatchObject({
      severity: 'error',
      description: expect.stringMatching(/^\[2\.9\.3, 2\.12\.1\] .*versioning/i),
      suggestedFix: expect.stringMatching(/\w/),
      ruleMetadata: { criteria: '2.9.3,2.12.1', engine: 'cdk-nag' },
      violatingConstructs: [{ constructPath: 'S/B' }],
    });
  });

  test('no text names the controls of another standard', () => {
    expect(bucket.open.filter(({ description }) => /Control ID/i.test(description))).toEqual([]);
  });

  test('what a criterion does not ask for to the letter only warns', () => {
    const replication = bucket.open.find(({ ruleName }) => ruleName === 'Kisms-S3BucketReplicationEnabled');
    expect(replication?.severity).toBe('warning');
  });

  test('a rule of the user is reported in both languages', () => {
    const { open } = synthesize((app) => parameter(app), DESCRIBED);
    expect(open).toEqual([
      expect.objectContaining({
        ruleName: 'Kisms-Described',
        description: '[2.9.4] The parameter has no description / 파라미터에 설명이 없습니다',
        suggestedFix: 'Set description. / description을 설정하세요.',
        ruleMetadata: {
          criteria: '2.9.4',
          engine: 'kisms',
          why: 'People must know what it is for. / 용도를 알아야 합니다.',
        },
      }),
    ]);
  });

  test('resources in stages are checked, each once', () => {
    const { coverage } = synthesize((app) => {
      parameter(new Stage(app, 'Prod') as App, 'a');
      parameter(app, 'a');
    }, DESCRIBED);
    expect(ruleOf(coverage, 'Kisms-Described').compliant).toEqual(['Prod/S/P', 'S/P']);
    expect(coverage.resources).toBe(2);
  });

  test('a second synth into the same folder is allowed, and nothing of the first remains', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kisms-twice-'));
    try {
      expect(synthesize((app) => parameter(app), DESCRIBED, folder).coverageText).toContain('"S/P"');
      const second = synthesize((app) => parameter(app, 'a', 'Other'), DESCRIBED, folder);
      expect(names(second.open)).toEqual([]);
      expect(second.coverageText).toContain('"Other/P"');
      expect(second.coverageText).not.toContain('"S/P"');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('severity decides', () => {
  test.each([
    ['an error', NagMessageLevel.ERROR, true],
    ['a warning', NagMessageLevel.WARN, false],
    ['an information', NagMessageLevel.INFO, false],
  ])('%s that is alone in the app', (_, level, failed) => {
    const result = synthesize((app) => parameter(app), { additionalRules: [described({ level })] });
    expect(names(result.open)).toEqual(['Kisms-Described']);
    expect(result.failed).toBe(failed);
    expect(result.pack.validateScope(result.app).success).toBe(!failed);
  });
});

describe('what only the deployment knows', () => {
  test('a rule that says so is tallied, and finds nothing', () => {
    const { open, coverage } = synthesize((app) => unknownParameter(app), DESCRIBED);
    expect(open).toEqual([]);
    expect(ruleOf(coverage, 'Kisms-Described')).toMatchObject({ unknown: ['S/P'], compliant: [] });
  });

  test('a rule that throws is a finding of its own, with the message', () => {
    const { failed, open, coverage } = synthesize((app) => unknownParameter(app), { additionalRules: [THROWS] });
    expect(failed).toBe(true);
    expect(open).toEqual([
      expect.objectContaining({
        ruleName: 'Kisms-Described[Unverifiable]',
        description: expect.stringMatching(/The rule cannot tell: it is a token$/),
      }),
    ]);
    expect(ruleOf(coverage, 'Kisms-Described').error).toEqual([{ path: 'S/P', id: 'Kisms-Described[Unverifiable]' }]);
  });

  test('an untyped resource hides its properties from our rules', () => {
    const { open, coverage } = synthesize((app) => {
      const properties = { Type: 'String', Value: 'x', Description: 'a' };
      new CfnResource(new Stack(app, 'S'), 'P', { type: 'AWS::SSM::Parameter', properties });
    }, DESCRIBED);
    expect(open).toEqual([]);
    expect(ruleOf(coverage, 'Kisms-Described').unknown).toEqual(['S/P']);
  });
});

test('an override is not seen: the Guard engine sees it', () => {
  const { open } = synthesize((app) => parameter(app, 'a').addPropertyDeletionOverride('Description'), DESCRIBED);
  expect(open).toEqual([]);
});

describe('findings', () => {
  const words = { additionalRules: [WORDS] };

  test('are told apart, and one that is told twice counts once', () => {
    const { coverage } = synthesize((app) => parameter(app, 'foo bar foo'), words);
    expect(ruleOf(coverage, 'Kisms-Described').nonCompliant).toEqual([
      { path: 'S/P', id: 'Kisms-Described[foo]' },
      { path: 'S/P', id: 'Kisms-Described[bar]' },
    ]);
  });

  test('of several resources are one violation', () => {
    const { open } = synthesize((app) => {
      parameter(app, 'foo', 'A');
      parameter(app, 'foo', 'B');
    }, words);
    expect(
      open.map(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath)),
    ).toEqual([['A/P', 'B/P']]);
  });

  test('none is compliance', () => {
    const { open, coverage } = synthesize((app) => parameter(app), words);
    expect(open).toEqual([]);
    expect(ruleOf(coverage, 'Kisms-Described').compliant).toEqual(['S/P']);
  });
});

describe('the profile', () => {
  const personal = {
    additionalRules: [described({ criteria: ['2.9.4', '3.3.4'] }), described({ id: 'Abroad', criteria: ['3.3.4'] })],
  };

  test.each([
    ['isms', { Described: ['2.9.4'], Abroad: undefined }],
    ['isms-p', { Described: ['2.9.4', '3.3.4'], Abroad: ['3.3.4'] }],
    [undefined, { Described: ['2.9.4', '3.3.4'], Abroad: ['3.3.4'] }],
  ] as const)('%s', (profile, expected) => {
    const { coverage } = synthesize((app) => parameter(app), { ...personal, ...(profile && { profile }) });
    const criteria = (id: string) => coverage.rules.find((rule) => rule.id === id)?.criteria;
    expect({ Described: criteria('Kisms-Described'), Abroad: criteria('Kisms-Abroad') }).toEqual(expected);
    expect(coverage.profile).toBe(profile ?? 'isms-p');
  });
});

describe('options', () => {
  test('reach the rules, with defaults for the others', () => {
    const check = jest.fn().mockReturnValue(NagRuleCompliance.COMPLIANT);
    const options = { accessRecordRetentionDays: 731, allowedRegions: ['ap-northeast-2'] };
    synthesize((app) => parameter(app), { options, additionalRules: [described({ check })] });
    expect(check).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ ...options, backupRetentionDays: 7, environmentTag: 'Environment' }),
    );
  });

  test('a disabled rule does not run, and its reason stands in the coverage', () => {
    const disabledRules = [{ id: 'Kisms-Described', reason: 'Names say enough' }];
    const { failed, coverage } = synthesize((app) => parameter(app), { ...DESCRIBED, disabledRules });
    expect(failed).toBe(false);
    expect(coverage.disabledRules).toEqual(disabledRules);
    expect(coverage.rules.map(({ id }) => id)).not.toContain('Kisms-Described');
  });

  test.each<[string, KismsChecksProps, RegExp]>([
    [
      'an unknown rule',
      { disabledRules: [{ id: 'S3BucketLoggingEnabled', reason: 'a' }] },
      /^'disabledRules' names "S3Buck/,
    ],
    [
      'no reason',
      { disabledRules: [{ id: 'Kisms-S3BucketLoggingEnabled', reason: ' ' }] },
      /off without a reason; say why/,
    ],
    [
      'a day that does not exist',
      { today: '2026-02-30' },
      /^'today' is "2026-02-30"; give a day of the calendar as YYYY-MM-DD$/,
    ],
    ['a rule twice', { additionalRules: [described(), described()] }, /^rule "Kisms-Described" exists twice/],
    [
      'a rule of cdk-nag',
      { additionalRules: [described({ id: 'S3BucketLoggingEnabled' })] },
      /exists twice; give yours/,
    ],
    [
      'a criterion that does not exist',
      { additionalRules: [described({ criteria: ['9.9.9'] })] },
      /criteria \["9\.9\.9"\]; name/,
    ],
    ['no criterion', { additionalRules: [described({ criteria: [] })] }, /has the criteria \[\]; name one or more/],
    [
      'half a day',
      { options: { accessRecordRetentionDays: 0.5 } },
      /^'accessRecordRetentionDays' is 0\.5; give a whole/,
    ],
    [
      'no day',
      { options: { backupRetentionDays: 0 } },
      /^'backupRetentionDays' is 0; give a whole number of days, 1 or more$/,
    ],
    [
      'no account id',
      { options: { trustedAccounts: ['1112223333'] } },
      /^'trustedAccounts' holds "1112223333"; give account/,
    ],
    ['no region', { options: { allowedRegions: [] } }, /^'allowedRegions' is \[\]; name one or more regions/],
  ])('%s is refused', (_, props, message) => {
    expect(() => new KismsChecks(new App({ outdir: process.env.TMPDIR }), props)).toThrow(message);
  });

  test('there is no coverage before a synth', () => {
    const pack = new KismsChecks(new App({ outdir: process.env.TMPDIR }));
    expect(() => pack.coverage()).toThrow(/call coverage\(\) after app\.synth\(\)$/);
  });
});
