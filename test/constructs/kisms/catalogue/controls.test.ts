import { rules as nag } from 'cdk-nag';
import { GUARDRAILS } from '../../../../constructs/guardrails';
import {
  CONFIG_RULES,
  CONTROLS,
  CRITERIA,
  compareCriterionIds,
  configRule,
  controls,
  controlsOf,
} from '../../../../constructs/kisms';

const by = (mechanism: string) => CONTROLS.filter((row) => row.mechanism === mechanism);
const references = (mechanism: string) => [...new Set(by(mechanism).map(({ reference }) => reference))].sort();

test('ids are different and say criterion, mechanism and reference', () => {
  expect(new Set(CONTROLS.map(({ id }) => id)).size).toBe(CONTROLS.length);
  expect(CONTROLS.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      '2.9.4/config-rule/CLOUD_TRAIL_ENABLED',
      '2.9.4/guardrail/deny-cloudtrail-tampering',
      '2.9.4/manual',
    ]),
  );
});

test('controls come in the order of the criteria, which all exist', () => {
  const order = CONTROLS.map(({ criterion }) => criterion);
  expect(order).toEqual([...order].sort(compareCriterionIds));
  expect([...new Set(order)]).toEqual(CRITERIA.map(({ id }) => id));
});

test('each criterion has its manual control, whose reference is the evidence owner', () => {
  expect(by('manual').map(({ criterion, reference }) => [criterion, reference])).toEqual(
    CRITERIA.map(({ id, manual }) => [id, manual.evidenceOwner.en]),
  );
});

test('only technical criteria have more than the manual control', () => {
  const more = CRITERIA.filter(({ id }) => controlsOf(id).length > 1);
  expect(more.filter(({ technicalLevel }) => technicalLevel === 'none')).toEqual([]);
  const bare = CRITERIA.filter(({ id, technicalLevel }) => technicalLevel !== 'none' && controlsOf(id).length === 1);
  // Evidence that AWS delivers, but that no report of ours collects yet.
  expect(bare.map(({ id }) => id)).toEqual(['1.2.3', '2.9.6', '2.11.5', '3.4.2']);
});

test('every pair of Config rule and criterion is a control with its source, and no other', () => {
  expect(by('config-rule')).toHaveLength(CONFIG_RULES.flatMap(({ criteria }) => criteria).length);
  for (const { criterion, reference, source } of by('config-rule')) {
    expect(configRule(reference).criteria).toContainEqual({ id: criterion, source });
  }
});

test('every guardrail that names criteria is a control of each, and no other', () => {
  const pairs = by('guardrail').map(({ criterion, reference }) => `${reference} ${criterion}`);
  const named = GUARDRAILS.flatMap(({ id, criteria }) => criteria.map((criterion) => `${id} ${criterion}`));
  expect(pairs.sort()).toEqual(named.sort());
});

test('every nag rule is one that cdk-nag exports', () => {
  const exported = new Set(Object.values(nag).flatMap((group) => Object.keys(group)));
  expect(references('nag-rule')).toHaveLength(199);
  expect(references('nag-rule').filter((rule) => !exported.has(rule))).toEqual([]);
});

test('every Guard rule is the twin of a Config rule at the same criterion and carries its source', () => {
  expect(references('guard-rule')).toHaveLength(74);
  const count = (source: string) => by('guard-rule').filter((row) => row.source === source).length;
  expect([count('aws-docs'), count('aws-kisms-pack'), count('our-judgement')]).toEqual([60, 47, 0]);
});

test.each([
  ['CT.S3.PV.7', 'preventive'],
  ['CT.CLOUDTRAIL.PR.1', 'proactive'],
  ['AWS-GR_RESTRICT_ROOT_USER', 'preventive'],
  ['AWS-GR_RESTRICTED_SSH', 'detective'],
])('the Control Tower control %s is %s', (id, behaviour) => {
  expect([
    ...new Set(
      by('control-tower')
        .filter(({ reference }) => reference === id)
        .map((row) => row.behaviour),
    ),
  ]).toEqual([behaviour]);
});

test('Control Tower controls are well-formed', () => {
  const ids = references('control-tower');
  expect(ids.filter((id) => !/^(?:AWS-GR_[A-Z0-9_]+|CT\.[A-Z0-9-]+\.P[RV]\.\d+)$/.test(id))).toEqual([]);
});

test.each([
  ['no API enables it', 'AWS-GR_REGION_DENY'],
  ['landing zone 4.0 removed it', 'AWS-GR_CLOUDTRAIL_ENABLED'],
  ['landing zone 4.0 replaced it by CT.S3.PV.7 and CT.S3.PV.8', 'AWS-GR_AUDIT_BUCKET_DELETION_PROHIBITED'],
])('a Control Tower control is left out when %s', (_, id) => {
  expect(references('control-tower')).not.toContain(id);
});

test('only reports that this project writes are evidence', () => {
  expect(references('report')).toEqual([
    'access-matrix',
    'control-coverage',
    'control-inventory',
    'findings',
    'guardrail-proofs',
    'inventory',
    'reachability',
    'suppression-register',
  ]);
});

test('checks of our own join as proactive controls by our judgement', () => {
  const all = controls([{ id: 'KmsKeyRotation', criteria: ['2.7.2', '2.7.1'] }]);
  expect(all).toHaveLength(CONTROLS.length + 2);
  expect(controlsOf('2.7.2', all)).toContainEqual({
    id: '2.7.2/kisms-check/KmsKeyRotation',
    criterion: '2.7.2',
    behaviour: 'proactive',
    mechanism: 'kisms-check',
    reference: 'KmsKeyRotation',
    source: 'our-judgement',
  });
});
