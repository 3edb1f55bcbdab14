import { type PolicyViolation, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type AcknowledgementReason, parseAcknowledgementReason } from './acknowledgement-reason';
import { PACK, qualifiedId } from './rule-id';

/** An exception that somebody recorded with `Validations.of(construct).acknowledge()`. */
export interface Acknowledgement extends AcknowledgementReason {
  /** Id as CDK keeps it: `Kisms::Kisms-S3BucketLoggingEnabled`. */
  readonly id: string;
  /** Path of the construct on which it was recorded. */
  readonly at: string;
}

/** Every acknowledgement of an app that means, or tries to mean, a rule of this pack. */
export function collectAcknowledgements(root: IConstruct): Acknowledgement[] {
  return root.node.findAll().flatMap((construct) =>
    construct.node.metadata.flatMap(({ type, data }) =>
      type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY
        ? Object.entries(data as Record<string, string>)
            .filter(([id]) => isOurs(id))
            .map(([id, reason]) => ({ id, at: construct.node.path, ...parseAcknowledgementReason(reason ?? '') }))
        : [],
    ),
  );
}

/** Finds the acknowledgement that CDK will apply to a finding: the nearest one above the construct. */
export class AcknowledgementIndex {
  private readonly byId = new Map<string, Map<string, Acknowledgement>>();

  constructor(acknowledgements: readonly Acknowledgement[]) {
    for (const acknowledgement of acknowledgements) {
      const paths = this.byId.get(acknowledgement.id) ?? new Map<string, Acknowledgement>();
      this.byId.set(acknowledgement.id, paths.set(acknowledgement.at, acknowledgement));
    }
  }

  /** The acknowledgement of a finding such as `Kisms-IAMNoWildcardPermissions[Action::s3:*]`, if there is one. */
  find(findingId: string, constructPath: string): Acknowledgement | undefined {
    const paths = this.byId.get(qualifiedId(findingId));
    if (paths === undefined) return undefined;
    for (let path = constructPath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const found = paths.get(path);
      if (found !== undefined) return found;
    }
    return paths.get('');
  }
}

/**
 * What is wrong with acknowledgements, as violations that cannot be acknowledged in turn.
 *
 * @param isRule whether an id such as `Kisms-S3BucketLoggingEnabled` is one of a rule
 * @param today day against which terms are checked, `YYYY-MM-DD`; without it only their form is
 */
export function acknowledgementViolations(
  acknowledgements: readonly Acknowledgement[],
  isRule: (id: string) => boolean,
  today?: string,
): PolicyViolation[] {
  return acknowledgements.flatMap(({ id, at, expires, problems }) => {
    const where = `${JSON.stringify(at)} acknowledges ${JSON.stringify(id.replace(/^annotation::/i, ''))}`;
    const violation = (kind: string, description: string, fix: string): PolicyViolation => ({
      ruleName: `${PACK}-Acknowledgement${kind}`,
      description: `${where}: ${description}`,
      severity: 'fatal',
      fix,
      violatingResources: [{ constructPath: at, locations: [] }],
    });
    const meant = meantRule(id);
    const remedy = `acknowledge ${JSON.stringify(qualifiedId(meant))}`;
    const found = problems.map((problem) => violation('Reason', problem, 'correct the reason'));
    if (!isRule(baseId(meant))) {
      found.push(violation('UnknownRule', 'no rule has this id', 'take the id from the report, or remove it'));
    } else if (id !== qualifiedId(meant)) {
      found.push(violation('Id', `in this form the exception would be missing from the report; ${remedy}`, remedy));
    }
    if (today !== undefined && problems.length === 0 && expires !== undefined && expires < today) {
      found.push(violation('Expired', `it ended on ${expires}`, 'correct the resource, or have the exception renewed'));
    }
    return found;
  });
}

/** Whether an id names this pack in any of the forms that people try. */
function isOurs(id: string): boolean {
  return /^(?:annotation::)?(?:kisms-|kisms::)/i.test(id);
}

/** The id of the finding that an acknowledgement tries to name, in the form of the report. */
function meantRule(id: string): string {
  return id.replace(/^annotation::/i, '').replace(/^(?:kisms::)?(?:kisms-)?/i, `${PACK}-`);
}

function baseId(findingId: string): string {
  return findingId.replace(/\[.*$/s, '');
}
