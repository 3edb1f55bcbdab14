import * as awsCdkLib from 'aws-cdk-lib';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { NagRuleCompliance } from 'cdk-nag';
import { CONTROLS } from '../../../constructs/kisms';
import { KISMS_RULES, KismsChecks } from '../../../constructs/kisms-checks';
import { ADVISORY_RULES } from '../../../constructs/kisms-checks/advisory-rules';
import { classesOf, NAG_RULES, nagRuleText } from '../../../constructs/kisms-checks/nag-rules';
import { names, synthesize } from './synthesize';

const mapped = [...new Set(CONTROLS.filter(({ mechanism }) => mechanism === 'nag-rule').map((row) => row.reference))];
const node = new CfnTopic(new Stack(new App({ outdir: process.env.TMPDIR }), 'S'), 'T');

test('every rule of cdk-nag that the catalogue maps runs, and every rule of ours', () => {
  const { ruleIds } = new KismsChecks(node.node.root);
  expect(mapped.length).toBeGreaterThan(190);
  expect(ruleIds).toEqual(expect.arrayContaining(mapped.map((name) => `Kisms-${name}`)));
  expect(ruleIds).toEqual(expect.arrayContaining(KISMS_RULES.map(({ id }) => `Kisms-${id}`)));
});

test('every mapped rule says what is wrong and why, without the control ids of another standard', () => {
  const poor = mapped.filter((name) => {
    const { info, explanation } = nagRuleText(name, node);
    return info === name || explanation === '' || /Control ID/i.test(info);
  });
  expect(poor).toEqual([]);
});

test('a rule without a text in a pack has its name', () => {
  expect(nagRuleText('Another', node)).toEqual({ info: 'Another', explanation: '' });
});

describe('the classes that a rule of cdk-nag speaks about', () => {
  const classes = new Map([...NAG_RULES].map(([name, rule]) => [name, classesOf(rule)]));

  test('are known of every rule', () => {
    expect([...classes].filter(([, names]) => names.size === 0)).toEqual([]);
    expect([...(classes.get('S3BucketVersioningEnabled') ?? [])]).toEqual(['CfnBucket']);
  });

  test('are all of them: a rule has nothing to say of the others', () => {
    const everyClass = new Set([...classes.values()].flatMap((names) => [...names]));
    const missed: string[] = [];
    let asked = 0;
    for (const module of Object.values(awsCdkLib) as Record<string, unknown>[]) {
      for (const name of everyClass) {
        const prototype = (module[name] as { prototype?: object } | undefined)?.prototype;
        if (!(prototype instanceof CfnResource)) continue;
        asked++;
        const bare = Object.create(prototype) as CfnResource;
        for (const [ruleName, rule] of NAG_RULES) {
          if (classes.get(ruleName)?.has(name)) continue;
          if (rule(bare) !== NagRuleCompliance.NOT_APPLICABLE) missed.push(`${ruleName} of ${name}`);
        }
      }
    }
    expect(asked).toBeGreaterThanOrEqual(everyClass.size);
    expect(missed).toEqual([]);
  });

  test('cover classes of users that extend them', () => {
    class OwnBucket extends CfnBucket {}
    const { open } = synthesize((app) => new OwnBucket(new Stack(app, 'S'), 'B'));
    expect(names(open)).toContain('Kisms-S3BucketVersioningEnabled');
  });
});

test('every advisory rule is a mapped rule', () => {
  expect([...ADVISORY_RULES].filter((name) => !mapped.includes(name))).toEqual([]);
});

test('the names of our rules are free in cdk-nag', () => {
  expect(KISMS_RULES.filter(({ id }) => NAG_RULES.has(id))).toEqual([]);
});
