import { z } from 'zod';

/** How a document reaches the person for whom it is 送达: one of five ways, to whom, and what proves it (R87). */
export const Service = z.strictObject({
  method: z.enum(['direct', 'electronic', 'mail', 'substitute', 'publicNotice']),
  /** Who took it, or the address that he agreed to. */
  recipient: z.string().trim().min(1).max(200),
  reference: z.string().trim().max(200).exactOptional(),
});
export type Service = z.infer<typeof Service>;
