import { Stack, Validations } from 'aws-cdk-lib';
import type { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import type { IConstruct } from 'constructs';
import type { KismsChecksProps } from '../../../constructs/kisms-checks';
import { described, parameter, THROWS, unknownParameter, WORDS } from './rules.fixtures';
import { names, ruleOf, type Synthesis, synthesize } from './synthesize';

const DESCRIBED = { additionalRules: [described()] };
const ID = 'Kisms::Kisms-Described';

/** Synthesizes one parameter without a description that carries an acknowledgement, at itself unless told otherwise. */
function acknowledged(
  id: string,
  reason: string,
  props: KismsChecksProps = DESCRIBED,
  where: (node: CfnParameter) => IConstruct = (node) => node,
): Synthesis {
  return synthesize((app) => Validations.of(where(parameter(app))).acknowledge({ id, reason }), props);
}

describe('an accepted finding', () => {
  test.each<[string, (node: CfnParameter) => IConstruct, string]>([
    ['on the resource', (node) => node, 'S/P'],
    ['on its stack', (node) => Stack.of(node), 'S'],
    ['on the app', (node) => node.node.root, ''],
  ])('%s does not fail the synth and stays in both reports', (_, where, at) => {
    const reason = 'Names say enough (approver: ciso@example.com, expires: 2027-03-31)';
    const { failed, open, suppressed, coverage, pack, app } = acknowledged(ID, reason, DESCRIBED, where);
    expect({ failed, open }).toEqual({ failed: false, open: [] });
    expect(names(suppressed)).toEqual(['Kisms-Described']);
    // CDK leaves out the path of the app, which is empty.
    expect(suppressed[0]).toMatchObject({ acknowledgedId: ID, reason, ...(at !== '' && { acknowledgedAt: at }) });
    expect(ruleOf(coverage, 'Kisms-Described')).toMatchObject({
      nonCompliant: [],
      suppressed: [{ path: 'S/P', id: 'Kisms-Described', acknowledgedAt: at }],
    });
    expect(coverage.acknowledgements).toEqual([
      { id: ID, at, reason: 'Names say enough', approver: 'ciso@example.com', expires: '2027-03-31', findings: 1 },
    ]);
    expect(pack.validateScope(app).success).toBe(true);
  });

  test('does not accept the same fault of a neighbour', () => {
    const { failed, open, suppressed } = synthesize((app) => {
      Validations.of(parameter(app, undefined, 'A')).acknowledge({ id: ID, reason: 'a' });
      parameter(app, undefined, 'AB');
    }, DESCRIBED);
    const paths = (findings: typeof open) => findings.flatMap((finding) => finding.violatingConstructs);
    expect(failed).toBe(true);
    expect(paths(suppressed)).toEqual([expect.objectContaining({ constructPath: 'A/P' })]);
    expect(paths(open)).toEqual([expect.objectContaining({ constructPath: 'AB/P' })]);
  });

  test('is accepted by the nearest acknowledgement', () => {
    const { coverage } = synthesize((app) => {
      const node = parameter(app);
      Validations.of(app).acknowledge({ id: ID, reason: 'far' });
      Validations.of(node).acknowledge({ id: ID, reason: 'near' });
    }, DESCRIBED);
    expect(coverage.acknowledgements).toEqual([
      { id: ID, at: '', reason: 'far', findings: 0 },
      { id: ID, at: 'S/P', reason: 'near', findings: 1 },
    ]);
  });

  test.each([
    ['Kisms-Described[foo]', ['Kisms-Described[bar]'], ['Kisms-Described[foo]']],
    ['Kisms-Described', ['Kisms-Described[bar]', 'Kisms-Described[foo]'], []],
  ])('one of several: %s', (id, open, suppressed) => {
    const result = synthesize(
      (app) => Validations.of(parameter(app, 'foo bar')).acknowledge({ id: `Kisms::${id}`, reason: 'a' }),
      { additionalRules: [WORDS] },
    );
    expect({ open: names(result.open), suppressed: names(result.suppressed) }).toEqual({ open, suppressed });
    expect(ruleOf(result.coverage, 'Kisms-Described').suppressed.map((finding) => finding.id)).toEqual(suppressed);
  });

  test('may have spaces and colons in its name', () => {
    const words = described({ check: () => ['Action::s3:Get *'] });
    const { failed, suppressed, coverage } = acknowledged('Kisms::Kisms-Described[Action::s3:Get *]', 'a', {
      additionalRules: [words],
    });
    expect(failed).toBe(false);
    expect(names(suppressed)).toEqual(['Kisms-Described[Action::s3:Get *]']);
    expect(coverage.acknowledgements).toMatchObject([{ findings: 1 }]);
  });
});

describe('a rule that cannot tell', () => {
  const throwing = (id: string): Synthesis =>
    synthesize((app) => Validations.of(unknownParameter(app)).acknowledge({ id, reason: 'a' }), {
      additionalRules: [THROWS],
    });

  test('is not covered by accepting what the rule is about', () => {
    const { failed, open } = throwing(ID);
    expect(failed).toBe(true);
    expect(names(open)).toEqual(['Kisms-Described[Unverifiable]']);
  });

  test('is accepted by its own id, and not lost', () => {
    const { failed, suppressed, coverage } = throwing(`${ID}[Unverifiable]`);
    expect(failed).toBe(false);
    expect(names(suppressed)).toEqual(['Kisms-Described[Unverifiable]']);
    expect(ruleOf(coverage, 'Kisms-Described')).toMatchObject({ error: [], suppressed: [{ path: 'S/P' }] });
  });
});

describe('an acknowledgement that would lose the exception', () => {
  test.each([
    ['Kisms-Described'],
    ['annotation::Kisms-Described'],
    ['Construct-Annotations::Kisms-Described'],
    ['Kisms::Described'],
    ['KISMS::Kisms-Described'],
  ])('%s is an error that names the construct and the right id', (id) => {
    const { failed, open, suppressed } = acknowledged(id, 'a');
    expect(failed).toBe(true);
    expect(names(suppressed)).toEqual([]);
    expect(open.find(({ ruleName }) => ruleName === 'Kisms-AcknowledgementId')).toMatchObject({
      severity: 'fatal',
      description: expect.stringMatching(/^"S\/P" acknowledges ".*Described": .*acknowledge "Kisms::Kisms-Described"$/),
      suggestedFix: 'acknowledge "Kisms::Kisms-Described"',
      violatingConstructs: [{ constructPath: 'S/P' }],
    });
    expect(names(open)).toContain('Kisms-Described');
  });

  test('a finding is named as a whole', () => {
    const { open } = synthesize(
      (app) => Validations.of(parameter(app, 'foo')).acknowledge({ id: 'Kisms-Described[foo]', reason: 'a' }),
      { additionalRules: [WORDS] },
    );
    expect(names(open)).toEqual(['Kisms-AcknowledgementId', 'Kisms-Described[foo]']);
    expect(open[0]?.suggestedFix).toBe('acknowledge "Kisms::Kisms-Described[foo]"');
  });

  test('an id of another pack is not ours to judge', () => {
    const { open } = synthesize((app) => {
      for (const id of ['AwsSolutions-S1', 'AwsSolutions::AwsSolutions-S1', '@aws-cdk/aws-ec2:x']) {
        Validations.of(parameter(app, 'a', `S${id.length}`)).acknowledge({ id, reason: '' });
      }
    }, DESCRIBED);
    expect(open).toEqual([]);
  });
});

describe('an acknowledgement that is wrong', () => {
  test.each<[string, string, string, KismsChecksProps, string, RegExp]>([
    ['names no rule', 'Kisms::Kisms-Descrybed', 'a', {}, 'UnknownRule', /no rule has this id$/],
    ['names no rule by a plain id', 'Kisms-Descrybed', 'a', {}, 'UnknownRule', /no rule has this id$/],
    ['has no reason', ID, ' ', {}, 'Reason', /the reason is missing/],
    ['has a term of another form', ID, 'a (expires: soon)', {}, 'Reason', /"soon" is not a day/],
    ['has ended', ID, 'a (expires: 2026-06-30)', { today: '2026-07-01' }, 'Expired', /it ended on 2026-06-30$/],
  ])('when it %s', (_, id, reason, props, kind, description) => {
    const { failed, open, pack, app } = synthesize(
      (root) => Validations.of(parameter(root, 'a')).acknowledge({ id, reason }),
      { ...DESCRIBED, ...props },
    );
    expect(failed).toBe(true);
    expect(pack.validateScope(app).success).toBe(false);
    expect(open).toEqual([
      expect.objectContaining({
        ruleName: `Kisms-Acknowledgement${kind}`,
        severity: 'fatal',
        description: expect.stringMatching(description),
      }),
    ]);
  });

  test.each([
    ['on its last day', { today: '2026-06-30' }],
    ['when no day is given', {}],
  ])('but not %s', (_, props) => {
    expect(acknowledged(ID, 'a (expires: 2026-06-30)', { ...DESCRIBED, ...props }).failed).toBe(false);
  });

  test('cannot be acknowledged in turn', () => {
    const { open, suppressed } = synthesize((app) => {
      Validations.of(parameter(app, 'a')).acknowledge(
        { id: ID, reason: '' },
        { id: 'Kisms::Kisms-AcknowledgementReason', reason: 'a' },
      );
    }, DESCRIBED);
    expect(names(open)).toContain('Kisms-AcknowledgementReason');
    expect(suppressed).toEqual([]);
  });

  test('not when its rule is off or of another profile', () => {
    const disabledRules = [{ id: 'Kisms-Described', reason: 'a' }];
    expect(acknowledged(ID, 'a', { ...DESCRIBED, disabledRules }).failed).toBe(false);
    const personal = { additionalRules: [described({ criteria: ['3.3.4'] })], profile: 'isms' as const };
    expect(acknowledged(ID, 'a', personal).failed).toBe(false);
  });
});
