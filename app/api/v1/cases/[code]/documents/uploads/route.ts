import { beginUploading } from '@/lib/casework/documents/begin-upload'
import { command } from '@/lib/platform/gate/command'

export const POST = command(beginUploading)
