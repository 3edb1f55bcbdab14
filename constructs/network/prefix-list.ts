import { Token } from 'aws-cdk-lib';
import { CfnPrefixList } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { checkCidr } from './check-hub-props';
import { shareWithOrganizationalUnits } from './organizational-unit-share';
import { requireUnique } from './require-unique';

/** An entry of a {@link SharedPrefixList}. */
export interface PrefixListEntry {
  /** IPv4 block, once in the list. */
  readonly cidr: string;
  /** At most 255 characters. @default - no description */
  readonly description?: string;
}

/** Settings of a {@link SharedPrefixList}. */
export interface SharedPrefixListProps {
  /** 1 to 255 characters that do not begin with `com.amazonaws`. */
  readonly prefixListName: string;
  /**
   * Most entries it may ever hold, 1 to 1,000; all of them count against the quota of a route table or security group that
   * refers to the list. AWS changes the size and the entries one at a time: deploy them one after the other.
   */
  readonly maxEntries: number;
  /** At most `maxEntries`. */
  readonly entries: PrefixListEntry[];
  /** ARNs of the OUs whose accounts may refer to the list. @default - nobody but the owner */
  readonly organizationalUnitArns?: string[];
}

/**
 * Networks under one name that route tables and security groups of other accounts refer to, so that an office is added in one
 * place. Leaving the template deletes it, which AWS refuses while something refers to it.
 *
 * @throws Error when a prop is malformed or a block is listed twice
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-prefixlist.html
 */
export class SharedPrefixList extends Construct {
  /** `pl-…` */
  readonly prefixListId: string;

  constructor(scope: Construct, id: string, props: SharedPrefixListProps) {
    super(scope, id);
    const { prefixListName, maxEntries, entries, organizationalUnitArns = [] } = props;
    if (!Token.isUnresolved(prefixListName) && !/^(?!com\.amazonaws).{1,255}$/.test(prefixListName)) {
      throw new Error(
        `'prefixListName' must have 1 to 255 characters and not begin with "com.amazonaws", got ${JSON.stringify(prefixListName)}`,
      );
    }
    checkEntries(entries, maxEntries);
    const resource = new CfnPrefixList(this, 'Resource', {
      addressFamily: 'IPv4',
      prefixListName,
      maxEntries,
      entries: [...entries]
        .sort((a, b) => (a.cidr < b.cidr ? -1 : Number(a.cidr > b.cidr)))
        .map(({ cidr, description }) => ({ cidr, ...(description !== undefined && { description }) })),
    });
    this.prefixListId = resource.ref;
    shareWithOrganizationalUnits(this, 'Share', {
      name: prefixListName,
      resourceArn: resource.attrArn,
      organizationalUnitArns,
    });
  }
}

function checkEntries(entries: PrefixListEntry[], maxEntries: number): void {
  if (!Token.isUnresolved(maxEntries)) {
    if (!(Number.isInteger(maxEntries) && maxEntries >= 1 && maxEntries <= 1000)) {
      throw new Error(`'maxEntries' must be a whole number from 1 to 1000, got ${JSON.stringify(maxEntries)}`);
    }
    if (entries.length > maxEntries) {
      throw new Error(`'entries' must have at most ${maxEntries} entries, got ${entries.length}: raise 'maxEntries'`);
    }
  }
  requireUnique(
    'entries',
    entries.map(({ cidr }) => cidr),
  );
  for (const { cidr, description = '' } of entries) {
    checkCidr('entries', cidr);
    if (!Token.isUnresolved(description) && description.length > 255) {
      throw new Error(
        `'description' of ${JSON.stringify(cidr)} must have at most 255 characters, got ${description.length}`,
      );
    }
  }
}
