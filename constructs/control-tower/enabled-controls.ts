import { CfnEnabledControl } from 'aws-cdk-lib/aws-controltower';
import { Construct } from 'constructs';
import type { ControlTowerControl } from './control-tower-control';
import type { IRegisteredOrganizationalUnit } from './registered-organizational-unit';

/** A control and the OUs to enable it on. */
export interface ControlAssignment {
  readonly control: ControlTowerControl;
  /** OUs; a nested OU is named by itself. */
  readonly targets: IRegisteredOrganizationalUnit[];
}

/** Settings of {@link EnabledControls}. */
export interface EnabledControlsProps {
  readonly assignments: ControlAssignment[];
  /**
   * How many controls may be enabled at the same time, 1 to 100. AWS Control Tower allows 100 control operations at once
   * (10 some years ago), 20 of them proactive, shared with everybody who works in the console.
   *
   * @default 8
   * @see https://docs.aws.amazon.com/controltower/latest/userguide/limits.html
   */
  readonly lanes?: number;
}

interface Enablement {
  readonly id: string;
  readonly control: ControlTowerControl;
  readonly target: IRegisteredOrganizationalUnit;
}

/**
 * Enables controls on OUs after all of these OUs are registered, never more than `lanes` at a time. A logical id derives
 * from the control and the construct id of the OU alone, so other lines of a config never touch it.
 *
 * Proactive controls need CT.CLOUDFORMATION.PR.1 enabled first: put that one into another `EnabledControls` and make this
 * one depend on it by `node.addDependency`. To wait for OUs without controls as well, depend on them in the same way.
 *
 * **CAUTION** Another control, OU or construct id replaces the enablement; parameters are updated in place.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-controltower-enabledcontrol.html
 */
export class EnabledControls extends Construct {
  /** @throws Error when a control is enabled twice on an OU, or `lanes` is out of range */
  constructor(scope: Construct, id: string, props: EnabledControlsProps) {
    super(scope, id);
    const { lanes = 8 } = props;
    if (!Number.isInteger(lanes) || lanes < 1 || lanes > 100) {
      throw new Error(`'lanes' ${JSON.stringify(lanes)} is not an integer from 1 to 100: leave it out to get 8`);
    }

    const enablements = sortedEnablements(props.assignments);
    const resources = enablements.map(({ id, control, target }) => {
      const parameters = Object.entries(control.parameters ?? {}).sort(([a], [b]) => compare(a, b));
      return new CfnEnabledControl(this, id, {
        controlIdentifier: control.controlIdentifier(this),
        targetIdentifier: target.organizationalUnitArn,
        ...(parameters.length > 0 && { parameters: parameters.map(([key, value]) => ({ key, value })) }),
      });
    });

    // The head of a lane waits for every OU: registering one OU blocks all other operations of AWS Control Tower.
    const targets = new Set(enablements.map(({ target }) => target));
    resources.forEach((resource, position) => {
      const predecessor = resources[position - lanes];
      resource.node.addDependency(...(predecessor ? [predecessor] : targets));
    });
  }
}

function sortedEnablements(assignments: ControlAssignment[]): Enablement[] {
  const byId = new Map<string, Enablement>();
  for (const { control, targets } of assignments) {
    for (const target of targets) {
      const id = `${control.name} on ${target.node.id}`;
      if (byId.has(id)) {
        throw new Error(
          `control ${JSON.stringify(control.name)} is enabled twice on OU ${JSON.stringify(target.node.id)}: keep one of the two assignments`,
        );
      }
      byId.set(id, { id, control, target });
    }
  }
  return [...byId.values()].sort((a, b) => compare(a.id, b.id));
}

/** Code-unit order: the same on every machine, unlike a locale's. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
