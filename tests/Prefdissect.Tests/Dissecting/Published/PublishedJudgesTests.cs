using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting.Published;

public class PublishedJudgesTests
{
    [Fact]
    public void There_are_33_judges_with_29_weights_in_each_of_16_groups()
    {
        PublishedJudges.Names.Count.ShouldBe(33);
        PublishedJudges.Groups.Count.ShouldBe(16);
        PublishedJudges.All.Count.ShouldBe(33 * 16);
        foreach (var judge in PublishedJudges.Names)
        {
            foreach (var group in PublishedJudges.Groups)
            {
                var weights = PublishedJudges.Weights(judge, group);
                weights.Values.Keys.ShouldBe(PublishedProperties.All.Select(property => property.ShortName));
                weights.Values.Values.ShouldAllBe(weight => double.IsFinite(weight) && Math.Abs(weight) < 4);
            }
        }
    }

    [Fact]
    public void They_are_the_published_files_to_six_digits()
    {
        var files = WeightsFolder.Read(SharedFolder.DataOrSkip("gair"));
        files.Count.ShouldBe(33 * 16);
        foreach (var file in files)
        {
            var ours = PublishedJudges.Weights(file.Judge, file.Group);
            foreach (var (property, weight) in file.Values)
                Math.Abs(ours.Values[property] - weight).ShouldBeLessThanOrEqualTo(5.0001e-6 * Math.Abs(weight), $"{file.Judge}, {file.Group}, {property}");
        }
    }

    [Theory]
    [InlineData("human", 62.86, 52.45, 49.01)]
    [InlineData("gpt-4-1106-preview", 76.19, 58.00, 50.11)]
    [InlineData("gpt-3.5-turbo-1106", 57.10, 52.01, 49.96)]
    public void Mean_degrees_of_severe_moderate_and_minor_errors_are_the_papers(string judge, double severe, double moderate, double minor)
    {
        DegreeOf("no severe errors").ShouldBe(severe);
        DegreeOf("no moderate errors").ShouldBe(moderate);
        DegreeOf("no minor errors").ShouldBe(minor);

        double DegreeOf(string property) => Math.Round(100 * PublishedJudges.MeanDegree(judge, property), 2);
    }

    [Fact]
    public void The_prefix_of_a_published_judge_may_be_given() =>
        PublishedJudges.Weights("published:human", "Code").ShouldBeSameAs(PublishedJudges.Weights("human", "Code"));

    [Fact]
    public void Mean_weights_are_the_mean_over_the_scenarios_alone()
    {
        var mean = PublishedJudges.MeanWeights("human");
        (mean.Judge, mean.Group).ShouldBe(("human", Group.All));
        var sum = 0.0;
        foreach (var scenario in Group.PublishedScenarios) sum += PublishedJudges.Weights("human", scenario).Values["lengthy"];
        mean.Values["lengthy"].ShouldBe(sum / 11, 1e-12);
    }

    [Theory]
    [InlineData("human", null)]
    [InlineData("gpt-4-1106-preview", null)]
    [InlineData("gpt-3.5-turbo-1106", null)]
    [InlineData("mistral-8x7b", 46.7)]
    [InlineData("mistral-8x7b-instruct-v0.1", 46.7)]
    [InlineData("published:mistral-7b-instruct-v0.2", 7.0)]
    [InlineData("vicuna-13b-v1.5", 13.0)]
    [InlineData("wizardLM-70b-v1.0", 70.0)]
    [InlineData("tiny-1.5B-chat", 1.5)]
    public void The_size_of_a_model_is_read_from_its_name(string judge, double? size) => PublishedJudges.SizeInBillions(judge).ShouldBe(size);

    [Fact]
    public void All_published_judges_but_three_tell_their_size() =>
        PublishedJudges.Names.Where(name => PublishedJudges.SizeInBillions(name) is null).ShouldBe(["human", "gpt-3.5-turbo-1106", "gpt-4-1106-preview"]);

    [Fact]
    public void A_judge_or_group_that_is_not_there_is_refused_by_name()
    {
        Should.Throw<KeyNotFoundException>(() => PublishedJudges.Weights("nobody", "Code")).Message.ShouldContain("nobody");
        Should.Throw<KeyNotFoundException>(() => PublishedJudges.Weights("human", Group.All)).Message.ShouldContain("'all'");
    }
}
