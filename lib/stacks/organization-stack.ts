import type { Construct } from 'constructs';
import { type IOrganizationalUnit, OrganizationalUnit, OrganizationPolicy } from '../../constructs';
import type { Attachment, OrganizationModel } from '../model/organization-model';
import { ROOT } from '../model/selector';
import type { ComposedPolicy } from '../policies/compose-policies';
import { GovernanceStack } from './governance-stack';
import { managementAccount } from './management-account';
import { ouConstructId } from './ou-construct-id';
import { outputNameOf } from './output-name';

/** Wave 0: the organizational units and every organization policy, in the management account. */
export class OrganizationStack extends GovernanceStack {
  private readonly organizationalUnits = new Map<string, IOrganizationalUnit>();
  private readonly adopted = new Map<string, string>();
  private previous?: Construct;

  constructor(
    scope: Construct,
    private readonly model: OrganizationModel,
    policies: readonly ComposedPolicy[],
  ) {
    super(scope, 'Organization', {
      ...managementAccount(model),
      description: 'Organizational units and organization policies',
    });
    this.adopt(ROOT, model.rootId);
    for (const row of model.organizationalUnits) {
      if (row.id !== undefined) {
        this.adopt(row.path, row.id);
        continue;
      }
      const unit = new OrganizationalUnit(this, ouConstructId(row.path), {
        name: row.name,
        parent: this.unit(row.parent),
        ...(Object.keys(row.tags).length > 0 && { tags: { ...row.tags } }),
      });
      this.organizationalUnits.set(row.path, unit);
      this.after(unit);
      this.publish(outputNameOf('Ou', row.path), unit.organizationalUnitId);
    }
    for (const policy of policies) {
      const resource = new OrganizationPolicy(this, `Policy ${policy.identity.replaceAll('/', '|')}`, {
        policyName: policy.name,
        type: policy.type,
        description: policy.description,
        content: policy.content,
        targetIds: policy.attachments.flatMap((attachment) => this.targetId(attachment) ?? []),
      });
      this.after(resource);
    }
  }

  /** Id of an OU (or of the root) for use in another stack; an OU made here is read from its output. */
  organizationalUnitId(path: string, reader: GovernanceStack): string {
    return this.adopted.get(path) ?? reader.read(this, outputNameOf('Ou', path));
  }

  /**
   * Puts a resource behind the one before it: AWS Organizations refuses changes that run side by side.
   *
   * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2245
   */
  private after(next: Construct): void {
    if (this.previous) next.node.addDependency(this.previous);
    this.previous = next;
  }

  private adopt(path: string, id: string): void {
    this.adopted.set(path, id);
    this.organizationalUnits.set(
      path,
      OrganizationalUnit.fromOrganizationalUnitId(this, `Adopted ${ouConstructId(path)}`, id),
    );
  }

  private unit(path: string): IOrganizationalUnit {
    return this.organizationalUnits.get(path) as IOrganizationalUnit;
  }

  /** An account without an id yet carries its policies from the deployment after its vending. */
  private targetId(attachment: Attachment): string | undefined {
    if (attachment.kind === 'account')
      return this.model.accounts.find((account) => account.name === attachment.name)?.id;
    return this.unit(attachment.kind === 'root' ? ROOT : attachment.path).organizationalUnitId;
  }
}
