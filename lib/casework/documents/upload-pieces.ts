import { isUuid } from '@/lib/base/forms/uuid'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Pieces } from '@/lib/platform/gate/piece'
import { keepPiece } from './uploads'

/** The pieces of a file, for whoever began to send it. */
export const uploadPieces: Pieces = {
  name: 'document.piece',
  session: 'staff',
  roles: caseworkerRoles,
  keep: async (inside, where, bytes) => (isUuid(where.id) ? keepPiece(inside, where, bytes) : undefined),
}
