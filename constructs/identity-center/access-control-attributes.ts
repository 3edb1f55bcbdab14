import { CfnInstanceAccessControlAttributeConfiguration } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import { checkInstanceArn } from './identifiers';

/** An attribute of people that becomes a tag of their sessions, `aws:PrincipalTag/<key>`. */
export interface AccessControlAttribute {
  /** Key of the tag, 1 to 128 characters. */
  readonly key: string;
  /** Where the value comes from: exactly one, such as `${path:enterprise.costCenter}`. */
  readonly source: string[];
}

/** Settings of {@link AccessControlAttributes}. */
export interface AccessControlAttributesProps {
  /** ARN of the IAM Identity Center instance. */
  readonly instanceArn: string;
  /** 1 to 50 attributes, keys unique. */
  readonly attributes: AccessControlAttribute[];
}

const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const SOURCE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@[\]{}$\\"]{1,256}$/u;

/**
 * Attributes for attribute-based access control: with them one permission set serves many teams, whose resources are told
 * apart by a tag. An instance has one such configuration; leaving the template ends it.
 *
 * @throws if there are no or too many attributes, or one is malformed or listed twice
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccessControlAttribute.html
 */
export class AccessControlAttributes extends Construct {
  constructor(scope: Construct, id: string, props: AccessControlAttributesProps) {
    super(scope, id);
    const { instanceArn, attributes } = props;
    checkInstanceArn(instanceArn);
    if (attributes.length < 1 || attributes.length > 50) {
      throw new Error(`'attributes' must have 1 to 50 entries, got ${attributes.length}`);
    }
    const seen = new Set<string>();
    for (const attribute of attributes) {
      checkAttribute(attribute);
      if (seen.has(attribute.key)) {
        throw new Error(`'attributes' has the key ${JSON.stringify(attribute.key)} twice: keep one of them`);
      }
      seen.add(attribute.key);
    }
    new CfnInstanceAccessControlAttributeConfiguration(this, 'Resource', {
      instanceArn,
      accessControlAttributes: [...attributes]
        .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
        .map(({ key, source }) => ({ key, value: { source } })),
    });
  }
}

function checkAttribute({ key, source }: AccessControlAttribute): void {
  if (!KEY.test(key)) {
    throw new Error(`'key' must be 1 to 128 letters, digits, spaces and "_.:/=+-@", got ${JSON.stringify(key)}`);
  }
  const [only] = source;
  if (source.length !== 1 || only === undefined || !SOURCE.test(only)) {
    throw new Error(
      `'source' of attribute ${JSON.stringify(key)} must be one text of 1 to 256 characters such as "\${path:enterprise.costCenter}", got ${JSON.stringify(source)}`,
    );
  }
}
