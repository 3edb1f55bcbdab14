import { z } from 'zod';

const text = z.strictObject({ en: z.string(), ko: z.string() });

/** One resource that is replaced or deleted. */
const guardChangeSchema = z.strictObject({
  id: z.string().describe('Stack name and logical id, with "/" between; what --allow takes.'),
  stack: z.string().describe('Stack name.'),
  environment: z.string().describe('Account and Region of the stack, as aws://ACCOUNT/REGION.'),
  type: z.string().describe('CloudFormation type.'),
  action: z
    .enum(['deleted', 'retained', 'replaced', 'mayBeReplaced'])
    .describe('retained: it stays in the account and is no longer managed.'),
  properties: z.array(z.string()).describe('Create-only properties that change, as paths.'),
  because: z.array(z.string()).describe('Resources, parameters or conditions of the stack behind those properties.'),
  becomes: z.string().optional().describe('Type that comes under the same logical id.'),
  deletedFirst: z.boolean().describe('Replaced by deleting the old one first: for seconds there is none.'),
  movedTo: z.string().optional().describe('Resource with the same type and properties that comes elsewhere.'),
  protectedBecause: text.optional().describe('What is lost with it; absent for types that are not protected.'),
  allowed: z.boolean().describe('Named by --allow.'),
  fails: z.boolean().describe('Whether it fails the command.'),
});

/** Format of `org-governance guard --json`. */
export const guardReportSchema = z
  .strictObject({
    ok: z.boolean(),
    changes: z.array(guardChangeSchema),
    stacks: z
      .array(
        z.strictObject({
          stack: z.string(),
          environment: z.string(),
          created: z.int(),
          updated: z.int().describe('Resources that change in place.'),
          replaced: z.int().describe('Those that may be replaced included.'),
          deleted: z.int(),
        }),
      )
      .describe('Stacks that change.'),
    leftBehind: z
      .array(z.strictObject({ stack: z.string(), environment: z.string(), resources: z.int(), protected: z.int() }))
      .describe('Stacks that the new version does not have; a deployment does not delete them.'),
    unusedAllow: z.array(z.string()).describe('Values of --allow that name nothing that is replaced or deleted.'),
  })
  .describe('What a deployment would replace or delete.');

/** What a deployment would replace or delete; see {@link guardReportSchema}. */
export type GuardReport = Readonly<z.infer<typeof guardReportSchema>>;

/** One line of it. */
export type GuardChange = Readonly<z.infer<typeof guardChangeSchema>>;
