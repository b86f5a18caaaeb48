import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('companionship', '0005_fallback_and_goal_indexes'),
        ('organisations', '0003_check_settings'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='DistanceTime',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until, when you know')),
                ('every', models.PositiveSmallIntegerField(default=1, verbose_name='every')),
                ('unit', models.CharField(choices=[('week', 'week'), ('month', 'month')], default='week', max_length=6, verbose_name='unit')),
                ('words', models.TextField(blank=True, verbose_name='what you tell everybody')),
                ('ended_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-from_on', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='distance_ends_after_it_starts', violation_error_message='The last day comes after the first.')],
            },
        ),
        migrations.CreateModel(
            name='DutyLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='for who is on duty next')),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='RhythmLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('way', models.CharField(choices=[('visit', 'visit'), ('outing', 'outing'), ('call', 'phone call'), ('online', 'online'), ('group', 'group meeting')], max_length=10, verbose_name='how')),
                ('every', models.PositiveSmallIntegerField(default=1, verbose_name='every')),
                ('unit', models.CharField(choices=[('week', 'week'), ('month', 'month')], default='week', max_length=6, verbose_name='unit')),
                ('with_whom', models.CharField(blank=True, max_length=120, verbose_name='with whom')),
            ],
            options={
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RhythmYes',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('volunteer', 'the volunteer'), ('participant', 'the participant')], max_length=11)),
                ('agreed_on', models.DateField()),
                ('how', models.CharField(choices=[('here', 'on this page'), ('told', 'told the coordinator'), ('paper', 'on paper')], default='here', max_length=5)),
                ('user_id', models.UUIDField(null=True)),
            ],
        ),
        migrations.RemoveIndex(
            model_name='visit',
            name='visit_to_read',
        ),
        migrations.AddField(
            model_name='match',
            name='contact_kind',
            field=models.CharField(blank=True, max_length=10, verbose_name='kind of contact'),
        ),
        migrations.AddField(
            model_name='match',
            name='own_interval',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='match',
            name='rhythm_version',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='visit',
            name='is_unplanned',
            field=models.BooleanField(default=False, verbose_name='not planned beforehand'),
        ),
        migrations.AddField(
            model_name='visit',
            name='part_of_day',
            field=models.CharField(blank=True, choices=[('morning', 'in the morning'), ('afternoon', 'in the afternoon'), ('evening', 'in the evening'), ('night', 'at night')], max_length=9, verbose_name='part of the day'),
        ),
        migrations.AlterField(
            model_name='callback',
            name='kind',
            field=models.CharField(choices=[('talk', 'I’d like to talk'), ('noticed', 'I noticed something'), ('knowledge', 'I would like to know something'), ('support', 'I would like support in what I do'), ('ear', 'I would like somebody who listens')], max_length=10),
        ),
        migrations.AlterField(
            model_name='quietquestion',
            name='answer',
            field=models.CharField(blank=True, choices=[('all_well', 'All is well, I forgot to tell'), ('later', 'We’ll see each other soon'), ('away', 'One of us is ill or away for a while'), ('talk', 'I’d like to talk')], max_length=10),
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(condition=models.Q(('seen_at__isnull', True), models.Q(('pass_on', ''), _negated=True)), fields=['organisation', 'id'], name='visit_to_read'),
        ),
        migrations.AddField(
            model_name='distancetime',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation'),
        ),
        migrations.AddField(
            model_name='dutyline',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duty_lines', to='companionship.match'),
        ),
        migrations.AddField(
            model_name='dutyline',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation'),
        ),
        migrations.AddField(
            model_name='dutyline',
            name='read_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership'),
        ),
        migrations.AddField(
            model_name='dutyline',
            name='to',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duty_lines', to='organisations.membership'),
        ),
        migrations.AddField(
            model_name='dutyline',
            name='visit',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='duty_line', to='companionship.visit'),
        ),
        migrations.AddField(
            model_name='rhythmline',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rhythm_lines', to='companionship.match'),
        ),
        migrations.AddField(
            model_name='rhythmline',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation'),
        ),
        migrations.AddField(
            model_name='rhythmyes',
            name='match',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rhythm_yeses', to='companionship.match'),
        ),
        migrations.AddField(
            model_name='rhythmyes',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation'),
        ),
        migrations.AddConstraint(
            model_name='distancetime',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('organisation',), name='one_open_time_at_a_distance'),
        ),
        migrations.AddIndex(
            model_name='dutyline',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['organisation', 'to'], name='duty_line_to_read'),
        ),
        migrations.AddConstraint(
            model_name='rhythmyes',
            constraint=models.UniqueConstraint(fields=('match', 'version', 'side'), name='one_yes_a_side_and_version'),
        ),
    ]
