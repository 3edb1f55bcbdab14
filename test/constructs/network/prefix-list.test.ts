import { Fn, Token } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { SharedPrefixList, type SharedPrefixListProps } from '../../../constructs/network';
import { changes, ORGANIZATIONAL_UNIT, synthesize } from './hub-fixtures';

const TYPE = 'AWS::EC2::PrefixList';
const SEOUL = { cidr: '192.168.0.0/17', description: 'Seoul office' };
const BUSAN = { cidr: '192.168.128.0/17' };

function list(props: Partial<SharedPrefixListProps> = {}): Template {
  return synthesize(
    (stack) =>
      void new SharedPrefixList(stack, 'Offices', {
        prefixListName: 'offices',
        maxEntries: 5,
        entries: [SEOUL],
        ...props,
      }),
  );
}

test('holds its entries by block, whatever order they were written in', () => {
  const template = list({ entries: [BUSAN, SEOUL] });
  template.hasResource(TYPE, {
    Properties: Match.exact({
      AddressFamily: 'IPv4',
      PrefixListName: 'offices',
      MaxEntries: 5,
      Entries: [{ Cidr: '192.168.0.0/17', Description: 'Seoul office' }, { Cidr: '192.168.128.0/17' }],
    }),
  });
  expect(changes(template, list({ entries: [SEOUL, BUSAN] }))).toEqual({});
});

test('is shared with nobody unless told', () => {
  list().resourceCountIs('AWS::RAM::ResourceShare', 0);
});

test('is shared with the OUs and nobody outside the organization', () => {
  const template = list({ organizationalUnitArns: [ORGANIZATIONAL_UNIT] });
  const [id] = Object.keys(template.findResources(TYPE));
  template.hasResourceProperties('AWS::RAM::ResourceShare', {
    Name: 'offices',
    ResourceArns: [{ 'Fn::GetAtt': [id, 'Arn'] }],
    Principals: [ORGANIZATIONAL_UNIT],
    AllowExternalPrincipals: false,
  });
});

test('another office changes the entries and nothing else', () => {
  expect(Object.values(changes(list(), list({ entries: [SEOUL, BUSAN] })))).toEqual([['Entries']]);
});

test('takes values that only the deployment knows', () => {
  list({
    prefixListName: Fn.importValue('Name'),
    maxEntries: Token.asNumber(Fn.importValue('Max')),
    entries: [{ cidr: Fn.importValue('Cidr') }],
  }).hasResourceProperties(TYPE, { Entries: [{ Cidr: { 'Fn::ImportValue': 'Cidr' } }] });
});

test.each<[string, Partial<SharedPrefixListProps>]>([
  ["'prefixListName' must have 1 to 255 characters", { prefixListName: '' }],
  ["'prefixListName' must have 1 to 255 characters", { prefixListName: 'x'.repeat(256) }],
  ['not begin with "com.amazonaws", got "com.amazonaws.mine"', { prefixListName: 'com.amazonaws.mine' }],
  ["'maxEntries' must be a whole number from 1 to 1000, got 0", { maxEntries: 0 }],
  ["'maxEntries' must be a whole number from 1 to 1000, got 1001", { maxEntries: 1001 }],
  ["'maxEntries' must be a whole number from 1 to 1000, got 1.5", { maxEntries: 1.5 }],
  ["'entries' must have at most 1 entries, got 2: raise 'maxEntries'", { maxEntries: 1, entries: [SEOUL, BUSAN] }],
  ['\'entries\' lists "192.168.0.0/17" twice', { entries: [SEOUL, SEOUL] }],
  ['\'entries\' "192.168.1.0/17" has host bits: write "192.168.0.0/17"', { entries: [{ cidr: '192.168.1.0/17' }] }],
  ['must have at most 255 characters, got 256', { entries: [{ ...SEOUL, description: 'x'.repeat(256) }] }],
])('fails: %s', (message, props) => {
  expect(() => list(props)).toThrow(message);
});
