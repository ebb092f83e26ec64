using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Pairs;

public class ContentHashTests
{
    [Fact]
    public void Bytes_make_the_round_trip_and_order_as_bytes_do() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((one, other) =>
        {
            var (x, y) = (ContentHash.Of("t", one.Get), ContentHash.Of("t", other.Get));
            return ContentHash.FromBytes(x.ToBytes()) == x && Math.Sign(x.CompareTo(y)) == Math.Sign(x.ToBytes().AsSpan().SequenceCompareTo(y.ToBytes()))
                && x.ToString() == Convert.ToHexStringLower(x.ToBytes());
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void It_is_the_SHA_256_of_kind_and_parts_each_after_its_length()
    {
        byte[] content = [1, 0, 0, 0, (byte)'k', 2, 0, 0, 0, 0xc3, 0xa9];
        ContentHash.Of("k", "\u00e9").ToBytes().ShouldBe(SHA256.HashData(content));
    }

    [Fact]
    public void Parts_cannot_run_into_each_other() => ContentHash.Of("k", "ab", "c").ShouldNotBe(ContentHash.Of("k", "a", "bc"));

    [Fact]
    public void Other_than_32_bytes_are_refused() => Should.Throw<ArgumentException>(() => ContentHash.FromBytes(new byte[31]));
}
