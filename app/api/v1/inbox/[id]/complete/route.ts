import { completeService } from '@/lib/casework/referrals/verbs/complete-service'
import { uploading } from '@/lib/platform/gate/upload'

export const POST = uploading(completeService)
