import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { Explanation } from './complaintOverview.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { PostId } from './postIds.ts'

export const PostTieId = z.uuid().brand<'PostTieId'>()
export type PostTieId = z.infer<typeof PostTieId>

/** A post that explains what a complaint is about. */
export const ComplaintPost = Explanation.extend({
  /** Null: it was made to explain something that the complaint is part of, and is not tied to it. */
  tieId: PostTieId.nullable(),
})
export type ComplaintPost = z.infer<typeof ComplaintPost>

const One = z.object({ id: PostTieId })

/** Which posts answer which complaints: each names the other. */
export const complaintPosts = {
  /** Those tied to a complaint and those made for something it is part of, the newest first. */
  explainingPosts: query(z.object({ id: ComplaintId }), z.array(ComplaintPost)),
  /** Complaints that a post was tied to, by number. */
  postCases: query(
    z.object({ postId: PostId }),
    z.array(z.object({ id: ComplaintId, number: ComplaintNumber, status: ComplaintStatus })),
  ),
  /** @throws `posts.unknown`, `complaints.post-tied` */
  tiePost: command(z.object({ id: ComplaintId, postId: PostId }), ComplaintPost),
  /** @throws `complaints.unknown-post-tie` */
  untiePost: command(One, z.object({})),
  /** The tie holds again. @throws `complaints.unknown-post-tie`, `complaints.post-tied` */
  bringBackPost: command(One, ComplaintPost),
}
