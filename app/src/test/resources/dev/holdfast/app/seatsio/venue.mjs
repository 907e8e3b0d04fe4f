// What every journey begins with: a company of its own, and the client as integrators use it.
import assert from 'node:assert/strict'

const { SeatsioClient, Region } = await import(process.env.SEATSIO_CLIENT)
const url = process.env.HOLDFAST_URL

/** A company that was just made, with a client under its own key. */
export async function openCompany () {
  const answer = await fetch(url + '/system/private/create-test-company', {
    method: 'POST',
    headers: {
      Authorization: 'Basic ' + btoa(process.env.SYSTEM_SECRET + ':'),
      'Content-Type': 'application/x-www-form-urlencoded'
    }
  })
  assert.ok(answer.status < 400, 'the system secret makes companies: ' + answer.status)
  const { admin, workspace } = await answer.json()
  return { admin, workspace, client: clientOf(admin.secretKey) }
}

/** A client under a key, in the workspace that is named. */
export function clientOf (secretKey, workspaceKey = undefined) {
  return new SeatsioClient(new Region(url), secretKey, workspaceKey)
}

/** What a call that is to be refused was refused with: the error body, or a text. */
export async function refusal (call) {
  try {
    await call
  } catch (refused) {
    return refused
  }
  return assert.fail('it was not refused')
}

/** The error body of what is refused under this status and code. */
export async function refused (status, code, call) {
  const body = await refusal(call)
  assert.equal(body.status, status, JSON.stringify(body))
  assert.equal(body.errors[0].code, code)
  assert.equal(body.messages[0], body.errors[0].message)
  assert.ok(body.requestId)
  return body
}
