import { z } from 'zod';
import type { Refusal, Text } from '../kernel/refusal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { identityRefusals } from './refusals.ts';

/** A UTC instant with milliseconds, as the journal writes it. */
export const InstantText = z.iso.datetime({ precision: 3 });

/** 编制: who employs the person, which bounds the posts that he may hold (R80). */
export const Employment = z.enum(['civilServant', 'establishment', 'contract']);
export type Employment = z.infer<typeof Employment>;

export const PostKind = z.enum([
  'windowClerk',
  'postedOfficer',
  'chiefRepresentative',
  'sealKeeper',
  'departmentHead',
  'departmentStaff',
  'legalReviewer',
  'supervisor',
  'centreManager',
  'operator',
]);
export type PostKind = z.infer<typeof PostKind>;

/** A post held by a person in an organ from `fromAt` (inclusive) until `untilAt` (exclusive). */
export const Post = z.strictObject({
  postId: z.string().min(1),
  kind: PostKind,
  organ: z.string().min(1),
  /** The organ code of the service centre at which the post is exercised. */
  centre: z.string().min(1).exactOptional(),
  window: z.string().min(1).exactOptional(),
  /** AB岗: the holder stands in for this person. Power to sign needs the deputy's name in the mandate too (R101). */
  deputyOf: z.string().min(1).exactOptional(),
  fromAt: InstantText,
  untilAt: InstantText.exactOptional(),
});
export type Post = z.infer<typeof Post>;

interface PostRule {
  readonly name: Text;
  readonly employments: readonly Employment[];
  /** Only the organ's own staff: nobody decides for another department (domain.md §1.2). */
  readonly ownStaffOnly: boolean;
  /** Exercised at a centre, which the post names. */
  readonly posted: boolean;
}

const ESTABLISHED = ['civilServant', 'establishment'] as const;
const ANY = ['civilServant', 'establishment', 'contract'] as const;

/** Who may hold which post. Contract staff only serve: no decision, no seal, no command (R80). */
export const postRules = {
  windowClerk: { name: { zh: '综窗人员', en: 'window clerk' }, employments: ANY, ownStaffOnly: false, posted: true },
  postedOfficer: {
    name: { zh: '派驻工作人员', en: 'posted officer' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: true,
  },
  chiefRepresentative: {
    name: { zh: '首席代表', en: 'chief representative' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: true,
  },
  sealKeeper: {
    name: { zh: '印章管理员', en: 'seal keeper' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: true,
  },
  departmentHead: {
    name: { zh: '部门主要负责人', en: 'department head' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: false,
  },
  departmentStaff: {
    name: { zh: '部门工作人员', en: 'department staff' },
    employments: ANY,
    ownStaffOnly: false,
    posted: false,
  },
  legalReviewer: {
    name: { zh: '法制审核人员', en: 'legal reviewer' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: false,
  },
  supervisor: {
    name: { zh: '监督人员', en: 'supervisor' },
    employments: ESTABLISHED,
    ownStaffOnly: true,
    posted: false,
  },
  centreManager: {
    name: { zh: '中心管理人员', en: 'centre manager' },
    employments: ANY,
    ownStaffOnly: false,
    posted: true,
  },
  operator: { name: { zh: '运维人员', en: 'operator' }, employments: ANY, ownStaffOnly: false, posted: false },
} as const satisfies Record<PostKind, PostRule>;

/** Refuses a post that its holder's employment (R80) or organ (R99) does not allow. */
export function checkPost(holder: { readonly employment: Employment; readonly organ: string }, post: Post) {
  const rule: PostRule = postRules[post.kind];
  const detail = { post: post.kind, employment: holder.employment, organ: post.organ };
  if (!rule.employments.includes(holder.employment)) return refuse(identityRefusals, 'contract-staff', detail);
  if (rule.ownStaffOnly && holder.organ !== post.organ) return refuse(identityRefusals, 'post-outside-organ', detail);
  if (rule.posted && post.centre === undefined) return refuse(identityRefusals, 'post-without-centre', detail);
  if (post.untilAt !== undefined && post.untilAt <= post.fromAt)
    return refuse(identityRefusals, 'term-reversed', detail);
  return undefined;
}

export type PostRefusal = Exclude<ReturnType<typeof checkPost>, undefined> & Refusal;

/** A term counts from its first instant and no longer at its last: [from, to), as for mandates (R104). */
export function isWithin(
  term: { readonly fromAt: Instant; readonly untilAt?: Instant | undefined },
  at: Instant,
): boolean {
  return term.fromAt <= at && (term.untilAt === undefined || at < term.untilAt);
}
