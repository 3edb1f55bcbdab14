import type { Template } from 'aws-cdk-lib/assertions';

type GetAtt = { readonly 'Fn::GetAtt': [logicalId: string, attribute: string] };

/** Name tags of the resources of a type, by logical id. */
export function namesByRef(template: Template, type: string): Map<string, string> {
  return new Map(
    Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
      id,
      Properties.Tags.find(({ Key }: { Key: string }) => Key === 'Name').Value,
    ]),
  );
}

/** Routes of every route table, by its name: `destination -> target`, sorted. */
export function routesByTable(template: Template): Map<string, string[]> {
  const tables = namesByRef(template, 'AWS::EC2::RouteTable');
  const natGateways = namesByRef(template, 'AWS::EC2::NatGateway');
  const routes = new Map<string, string[]>([...tables.values()].map((name) => [name, []]));
  for (const { Properties: route } of Object.values(template.findResources('AWS::EC2::Route'))) {
    const target = route.TransitGatewayId
      ? 'transit-gateway'
      : route.GatewayId
        ? 'internet-gateway'
        : `nat-gateway ${natGateways.get((route.NatGatewayId as GetAtt)['Fn::GetAtt'][0])}`;
    const table = tables.get((route.RouteTableId as GetAtt)['Fn::GetAtt'][0]) as string;
    routes.get(table)?.push(`${route.DestinationCidrBlock} -> ${target}`);
  }
  for (const list of routes.values()) list.sort();
  return routes;
}
