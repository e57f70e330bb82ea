import { askQuestion } from '@/lib/casework/referrals/verbs/ask-question'
import { uploading } from '@/lib/platform/gate/upload'

export const POST = uploading(askQuestion)
