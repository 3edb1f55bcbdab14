/** A name and value beside the fields of OSCAL. */
export interface OscalProperty {
  readonly name: string;
  /** Whose vocabulary the name is from. @default - that of OSCAL */
  readonly ns?: string;
  readonly value: string;
  /** Properties of one group speak about the same thing. @default - none */
  readonly group?: string;
}

/** Another document, or a note, that the document refers to as `#uuid`. */
export interface OscalResource {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  /** @default - the description is all there is */
  readonly rlinks?: readonly { readonly href: string; readonly 'media-type': string }[];
}

/** What every OSCAL document says of itself. */
export interface OscalMetadata {
  readonly title: string;
  readonly 'last-modified': string;
  readonly version: string;
  readonly 'oscal-version': string;
  readonly props: readonly OscalProperty[];
  /** @default - none */
  readonly roles?: readonly { readonly id: string; readonly title: string }[];
  readonly remarks: string;
}

/** One criterion as OSCAL control. */
export interface OscalControl {
  readonly id: string;
  readonly title: string;
  readonly props: readonly OscalProperty[];
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly prose: string;
  }[];
}

/** A section or a domain. */
export interface OscalGroup {
  readonly id: string;
  readonly title: string;
  readonly props: readonly OscalProperty[];
  /** @default - a domain has none */
  readonly groups?: readonly OscalGroup[];
  /** @default - a section has none */
  readonly controls?: readonly OscalControl[];
}

/** A catalog document. */
export interface OscalCatalog {
  readonly catalog: {
    readonly uuid: string;
    readonly metadata: OscalMetadata;
    readonly groups: readonly OscalGroup[];
  };
}

/** What one component does for one criterion. */
export interface OscalRequirement {
  readonly uuid: string;
  readonly 'control-id': string;
  readonly description: string;
  readonly props: readonly OscalProperty[];
  readonly 'responsible-roles': readonly { readonly 'role-id': string }[];
}

/** A mechanism that serves criteria. */
export interface OscalComponent {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProperty[];
  readonly 'control-implementations': readonly {
    readonly uuid: string;
    readonly source: string;
    readonly description: string;
    readonly 'implemented-requirements': readonly OscalRequirement[];
  }[];
}

/** A component definition document. */
export interface OscalComponentDefinition {
  readonly 'component-definition': {
    readonly uuid: string;
    readonly metadata: OscalMetadata;
    readonly components: readonly OscalComponent[];
    readonly 'back-matter': { readonly resources: readonly OscalResource[] };
  };
}

/** What was seen of one control. */
export interface OscalObservation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProperty[];
  readonly methods: readonly ('EXAMINE' | 'TEST')[];
  readonly types: readonly ['control-objective'];
  readonly origins: readonly [{ readonly actors: readonly [{ readonly type: 'tool'; readonly 'actor-uuid': string }] }];
  readonly collected: string;
}

/** An exception. */
export interface OscalRisk {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly props: readonly OscalProperty[];
  readonly status: 'deviation-approved' | 'deviation-requested';
  /** End of the last day of the exception. @default - it has no end */
  readonly deadline?: string;
}

/** What follows for the technical part of one criterion. */
export interface OscalFinding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly target: {
    readonly type: 'objective-id';
    readonly 'target-id': string;
    readonly status: { readonly state: 'satisfied' | 'not-satisfied'; readonly reason: 'pass' | 'fail' | 'other' };
  };
  /** @default - none */
  readonly 'related-observations'?: readonly { readonly 'observation-uuid': string }[];
  /** @default - none */
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

/** What the looking was done with. */
export interface OscalAssessmentAssets {
  readonly components: readonly {
    readonly uuid: string;
    readonly type: 'software';
    readonly title: string;
    readonly description: string;
    readonly status: { readonly state: 'operational' };
  }[];
  readonly 'assessment-platforms': readonly {
    readonly uuid: string;
    readonly title: string;
    readonly 'uses-components': readonly { readonly 'component-uuid': string }[];
  }[];
}

/** What one look at the organization gave. */
export interface OscalResult {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly 'local-definitions': { readonly 'assessment-assets': OscalAssessmentAssets };
  readonly 'reviewed-controls': {
    readonly 'control-selections': readonly {
      readonly 'include-controls': readonly { readonly 'control-id': string }[];
    }[];
    readonly 'control-objective-selections': readonly {
      readonly 'include-objectives': readonly { readonly 'objective-id': string }[];
    }[];
  };
  /** Lists are left out when empty, as the format asks. @default - none */
  readonly observations?: readonly OscalObservation[];
  /** @default - none */
  readonly risks?: readonly OscalRisk[];
  /** @default - none */
  readonly findings?: readonly OscalFinding[];
}

/** An assessment results document. */
export interface OscalAssessmentResults {
  readonly 'assessment-results': {
    readonly uuid: string;
    readonly metadata: OscalMetadata;
    readonly 'import-ap': { readonly href: string };
    readonly results: readonly OscalResult[];
    readonly 'back-matter': { readonly resources: readonly OscalResource[] };
  };
}
