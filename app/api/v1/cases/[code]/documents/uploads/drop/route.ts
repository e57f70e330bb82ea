import { dropBegunUpload } from '@/lib/casework/documents/drop-upload'
import { command } from '@/lib/platform/gate/command'

export const POST = command(dropBegunUpload)
