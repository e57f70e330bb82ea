import { uploadPieces } from '@/lib/casework/documents/upload-pieces'
import { pieces } from '@/lib/platform/gate/piece'

export const POST = pieces(uploadPieces)
