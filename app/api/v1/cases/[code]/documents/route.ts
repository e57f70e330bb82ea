import { addDocument } from '@/lib/casework/documents/add-document'
import { documentUploads } from '@/lib/casework/documents/uploads'
import { uploading } from '@/lib/platform/gate/upload'

export const POST = uploading(addDocument, documentUploads)
