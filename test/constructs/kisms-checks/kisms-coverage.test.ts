import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { type App, Stack, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { described, parameter, THROWS, unknownParameter } from './rules.fixtures';
import { ruleOf, synthesize } from './synthesize';

const validate = new Ajv().compile(
  JSON.parse(readFileSync('constructs/kisms-checks/kisms-coverage.schema.json', 'utf8')) as object,
);

function build(app: App): void {
  parameter(app, 'a', 'Good');
  parameter(app, undefined, 'Bad');
  Validations.of(parameter(app, undefined, 'Accepted')).acknowledge({
    id: 'Kisms::Kisms-Described',
    reason: 'a (approver: b)',
  });
  new CfnBucket(new Stack(app, 'Other'), 'B');
}

const props = {
  additionalRules: [described()],
  options: { allowedRegions: ['ap-northeast-2'], trustedAccounts: ['111122223333'] },
  disabledRules: [{ id: 'Kisms-LambdaDLQ', reason: 'a' }],
};

describe('kisms-coverage.json', () => {
  const { coverage, coverageText, pack } = synthesize(build, props);

  test('tells right and wrong of every rule', () => {
    expect(coverage.resources).toBe(4);
    expect(ruleOf(coverage, 'Kisms-Described')).toEqual({
      id: 'Kisms-Described',
      engine: 'kisms',
      criteria: ['2.9.4'],
      severity: 'error',
      notApplicable: 1,
      compliant: ['Good/P'],
      nonCompliant: [{ path: 'Bad/P', id: 'Kisms-Described' }],
      suppressed: [{ path: 'Accepted/P', id: 'Kisms-Described', acknowledgedAt: 'Accepted/P' }],
      unknown: [],
      error: [],
    });
    expect(ruleOf(coverage, 'Kisms-S3BucketVersioningEnabled')).toMatchObject({
      engine: 'cdk-nag',
      notApplicable: 3,
      nonCompliant: [{ path: 'Other/B', id: 'Kisms-S3BucketVersioningEnabled' }],
    });
  });

  test('lists a rule even if no resource of the app is its business', () => {
    expect(ruleOf(coverage, 'Kisms-EFSEncrypted')).toMatchObject({ notApplicable: 4, compliant: [], nonCompliant: [] });
  });

  test('is what the pack holds in memory', () => expect(pack.coverage()).toEqual(coverage));

  test('is the same for the same app', () => expect(synthesize(build, props).coverageText).toBe(coverageText));

  test('is sorted', () => {
    const ids = coverage.rules.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
  });

  test.each([
    ['an app with a bit of everything', build, props],
    ['an empty app', () => undefined, undefined],
    ['a rule that cannot tell', (app: App) => unknownParameter(app), { additionalRules: [THROWS] }],
  ])('fits its schema: %s', (_, app, settings) => {
    const empty = (root: App): void => {
      new Stack(root, 'Empty');
      app(root);
    };
    const valid = validate(synthesize(empty, settings).coverage);
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });
});
