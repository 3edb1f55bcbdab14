import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CfnResource, type IPolicyValidationContext, type PolicyValidationPluginReport, Stage } from 'aws-cdk-lib';
import { NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { Scheme } from '../kisms';
import { isDay } from './acknowledgement-reason';
import { acknowledgementViolations, collectAcknowledgements } from './acknowledgements';
import { COVERAGE_FILE, type KismsCoverage } from './coverage';
import { Inspection } from './inspection';
import { type KismsCheckOptions, type ResolvedKismsCheckOptions, resolveOptions } from './options';
import { type PackRule, packRules, rulesOfScheme } from './pack-rules';
import type { KismsRule } from './rule';
import { PACK } from './rule-id';

/** A rule that an app does without. */
export interface DisabledKismsRule {
  /** Id as in the report: `Kisms-S3BucketReplicationEnabled`. */
  readonly id: string;
  /** Why; it stands in the coverage file. */
  readonly reason: string;
}

/** Settings of {@link KismsChecks}. */
export interface KismsChecksProps {
  /**
   * Certification that the app must pass; `isms` leaves out the criteria of section 3, on personal data.
   *
   * @default 'isms-p'
   */
  readonly profile?: Scheme;

  /**
   * What the rules must know of the organization.
   *
   * @default - the defaults of each option
   */
  readonly options?: KismsCheckOptions;

  /**
   * Rules that do not run; prefer an acknowledgement next to the cause.
   *
   * @default - every rule of the profile runs
   */
  readonly disabledRules?: readonly DisabledKismsRule[];

  /**
   * Rules of your own, tallied and acknowledged like the others.
   *
   * @default - none
   */
  readonly additionalRules?: readonly KismsRule[];

  /**
   * Day against which the `expires:` of acknowledgements is checked, `YYYY-MM-DD`; a synth reads no clock of its own.
   *
   * @default - only the form of the dates is checked
   */
  readonly today?: string;
}

/**
 * Checks every resource of a CDK app against the technical criteria of ISMS-P and tallies what is right as well.
 *
 * ```ts
 * Validations.of(app).addPlugins(new KismsChecks(app));
 * ```
 *
 * Only errors that nobody acknowledged fail the synth. Acknowledge next to the cause, by the id in the report and with the
 * name of the pack before it; the reason may end with who approved it and until when:
 * `Validations.of(bucket).acknowledge({ id: 'Kisms::Kisms-S3BucketLoggingEnabled', reason: 'It holds the logs (approver: ciso@example.com, expires: 2027-03-31)' })`.
 * The result stands in `validation-report.json` and, with the compliant resources, in `kisms-coverage.json`. Use one
 * instance per app. Properties changed by `addPropertyOverride` are not seen.
 *
 * @see https://github.com/cdklabs/cdk-nag/blob/main/MIGRATION.md
 */
export class KismsChecks extends NagPack {
  override readonly name = PACK;
  override readonly ruleIds: string[];

  private readonly profile: Scheme;
  private readonly options: ResolvedKismsCheckOptions;
  private readonly disabledRules: readonly DisabledKismsRule[];
  private readonly today: string | undefined;
  /** Ids that an acknowledgement may name, whether the rule runs or not. */
  private readonly knownIds: ReadonlySet<string>;
  private readonly rules: readonly PackRule[];
  private inspection = new Inspection([], []);
  private found: KismsCoverage | undefined;

  /**
   * @throws Error when a prop names a rule, a criterion or a day that does not exist, or gives no reason
   */
  constructor(scope: IConstruct, props: KismsChecksProps = {}) {
    super(scope);
    const { profile = 'isms-p', disabledRules = [], additionalRules = [], today } = props;
    if (today !== undefined && !isDay(today)) {
      throw new Error(`'today' is ${JSON.stringify(today)}; give a day of the calendar as YYYY-MM-DD`);
    }
    this.packName = PACK;
    this.profile = profile;
    this.options = resolveOptions(props.options);
    this.today = today;
    const all = packRules(additionalRules, this.options);
    this.knownIds = new Set(all.map(({ id }) => id));
    checkDisabledRules(disabledRules, this.knownIds);
    this.disabledRules = disabledRules;
    this.rules = rulesOfScheme(all, profile).filter((rule) => !disabledRules.some(({ id }) => id === rule.id));
    this.ruleIds = this.rules.map(({ id }) => id);
    const { root } = scope.node;
    root.node.addValidation({ validate: () => removeStaleCoverage(root) });
  }

  /** Checks the app and writes the coverage beside the templates; CDK calls it at the end of the synth. */
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const report = super.validate(context);
    const file = coverageFile(context.appConstruct);
    if (file !== undefined) writeFileSync(file, `${JSON.stringify(this.coverage(), undefined, 1)}\n`);
    return report;
  }

  /**
   * Checks a construct tree without a synth. The violations hold the acknowledged ones too, which CDK sorts out;
   * `success` already leaves them out.
   */
  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const acknowledgements = collectAcknowledgements(scope);
    this.inspection = new Inspection(this.rules, acknowledgements);
    super.validateScope(scope);
    const misuse = acknowledgementViolations(acknowledgements, (id) => this.knownIds.has(id), this.today);
    this.found = {
      version: 1,
      profile: this.profile,
      options: this.options,
      ...this.inspection.tally.rules(this.rules),
      disabledRules: this.disabledRules,
      acknowledgements: this.inspection.tally.register(acknowledgements),
    };
    return {
      success: !this.inspection.failed && misuse.length === 0,
      violations: [...misuse, ...this.inspection.violations()],
      metadata: { profile: this.profile, coverage: COVERAGE_FILE },
    };
  }

  /**
   * What the last synth found, right or wrong.
   *
   * @throws Error before the first synth
   */
  coverage(): KismsCoverage {
    if (this.found === undefined)
      throw new Error('no resource has been checked yet; call coverage() after app.synth()');
    return this.found;
  }

  protected override checkResource(node: CfnResource): void {
    this.inspection.check(node);
  }
}

function checkDisabledRules(disabledRules: readonly DisabledKismsRule[], knownIds: ReadonlySet<string>): void {
  for (const { id, reason } of disabledRules) {
    if (!knownIds.has(id)) {
      throw new Error(
        `'disabledRules' names ${JSON.stringify(id)}, which is no rule; take an id from the report, such as "Kisms-S3BucketLoggingEnabled"`,
      );
    }
    if (reason.trim() === '') {
      throw new Error(`'disabledRules' turns ${JSON.stringify(id)} off without a reason; say why it can be missing`);
    }
  }
}

function coverageFile(root: IConstruct): string | undefined {
  return Stage.isStage(root) ? join(root.outdir, COVERAGE_FILE) : undefined;
}

/** Removes the file of an earlier synth before CDK looks at the folder: it refuses plugins that change what they find. */
function removeStaleCoverage(root: IConstruct): string[] {
  const file = coverageFile(root);
  if (file !== undefined) rmSync(file, { force: true });
  return [];
}
