// Hold tokens (seats.io dialect, section 19).
import test from 'node:test'
import assert from 'node:assert/strict'
import { clientOf, openCompany, refused } from './venue.mjs'

const MINUTE = 60

function assertLeft (token, minutes) {
  assert.ok(token.expiresInSeconds <= minutes * MINUTE, token.expiresInSeconds)
  assert.ok(token.expiresInSeconds >= (minutes - 1) * MINUTE, token.expiresInSeconds)
  assert.ok(Number.isInteger(token.expiresInSeconds))
  assert.ok(token.expiresAt instanceof Date && !isNaN(token.expiresAt))
}

test('a token is created and found as it was', async () => {
  const { client, workspace } = await openCompany()
  const created = await client.holdTokens.create()
  assert.ok(created.holdToken)
  assert.equal(created.workspaceKey, workspace.key)
  assertLeft(created, 15)
  const found = await client.holdTokens.retrieve(created.holdToken)
  assert.equal(found.holdToken, created.holdToken)
  assert.deepEqual(found.expiresAt, created.expiresAt)
  assert.equal(found.workspaceKey, workspace.key)
})

test('a token lives as long as it is asked for', async () => {
  const { client } = await openCompany()
  const token = await client.holdTokens.create(5)
  assertLeft(token, 5)
  const longer = await client.holdTokens.expiresInMinutes(token.holdToken, 30)
  assertLeft(longer, 30)
  assert.equal(longer.holdToken, token.holdToken)
  const over = await client.holdTokens.expiresInMinutes(token.holdToken, 0)
  assert.equal(over.expiresInSeconds, 0)
})

test('a token is that of the workspace of the request', async () => {
  const { admin, client, workspace } = await openCompany()
  const other = await client.workspaces.create('other')
  const there = clientOf(admin.secretKey, other.key)
  const token = await there.holdTokens.create()
  assert.equal(token.workspaceKey, other.key)
  assert.equal((await clientOf(workspace.secretKey).holdTokens.create()).workspaceKey, workspace.key)
  await clientOf(other.secretKey).holdTokens.retrieve(token.holdToken)
  await refused(404, 'HOLD_TOKEN_NOT_FOUND', client.holdTokens.retrieve(token.holdToken))
})
