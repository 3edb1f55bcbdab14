export * from './ipv4';
export * from './overlapping-blocks';
export * from './subnet-plan';
