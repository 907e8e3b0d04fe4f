-- Takes back a token's own provisional entries, and nothing else.
--
-- KEYS[1..n]  one key a seat, all of one event
-- ARGV[1]     owner: fingerprint of the token
--
-- Returns the number of entries taken back.
--
-- Why a script: between comparing the owner and deleting, the entry could lapse and be another's.
-- Running it twice is harmless: the second run finds nothing of its own.

local mine = {}
for i, value in ipairs(redis.call('MGET', unpack(KEYS))) do
  if value and string.match(value, '^p:%d+:(.*)$') == ARGV[1] then
    mine[#mine + 1] = KEYS[i]
  end
end
if #mine > 0 then
  redis.call('DEL', unpack(mine))
end
return #mine
